"""Why pip did not install the packages: a true sentence from what it said."""

import platform
import re

NETWORK = (
    "NewConnectionError|ConnectTimeoutError|ReadTimeoutError|NameResolutionError|ProtocolError|IncompleteRead"
    "|Read timed out|Connection refused|Connection reset|Network is unreachable|No route to host"
    "|Temporary failure in name resolution|Name or service not known|getaddrinfo failed|nodename nor servname"
)
SPACE = "No space left on device|not enough space|Disk quota exceeded"
PROXY = "ProxyError|407 Proxy Authentication"
CERTIFICATE = "SSLError|CERTIFICATE_VERIFY_FAILED|invalid path to a TLS|Could not find a suitable TLS"
HASH = "DO NOT MATCH THE HASHES"
NOT_THERE = r"No matching distribution found for ([\w.-]+)"


def reason(said: str, own_way: bool = False) -> str:
    """One sentence for the learner, from pip's own words; own_way: pip's settings say where packages come from."""
    if re.search(SPACE, said):
        return "The disk is full: make room for about 600 MB and run this again."
    if re.search(HASH, said):
        return (
            "A package that came is not the one the course was tested with (its hash differs): run this again, "
            "and if that stays so, whoever runs your package index or proxy has changed it."
        )
    if re.search(PROXY, said):
        return (
            "The packages could not be fetched through the proxy: check HTTPS_PROXY and the proxy in  pip config list."
        )
    if re.search(CERTIFICATE, said):
        return (
            "The certificate of the package index was not accepted: check the date of this machine, "
            "and cert in  pip config list."
        )
    if re.search(NETWORK, said):
        where = ", and where  pip config list  sends pip for packages" if own_way else ""
        return f"The packages could not be fetched: check the network{where}; then run this again."
    return _of_pip(said)


def _of_pip(said: str) -> str:
    """What remains: a package that the index lacks, or pip's last word."""
    missing = re.search(NOT_THERE, said)
    if missing:
        return (
            f"pip found no {missing[1]} for Python {platform.python_version()} on {platform.system()} "
            f"{platform.machine()}: see with  pip config list  where it looks, or try another Python."
        )
    errors = [line.strip() for line in said.splitlines() if line.startswith("ERROR")]
    last = (errors or [line.strip() for line in said.splitlines() if line.strip()] or ["nothing"])[-1]
    return f"The packages could not be installed; the last word of pip was: {last.rstrip('.')}."
