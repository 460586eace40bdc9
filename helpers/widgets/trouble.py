"""What the status line of a panel says of an exception: our own sentences as they are, anything else with its name."""

from helpers.course.kernel_errors import written_here


def sentence(error: Exception) -> str:
    """The first line of what the exception says, after its name unless a `raise` in `helpers` wrote it."""
    message, name = str(error).strip().partition("\n")[0], type(error).__name__
    if not message:
        return name
    return message if written_here(error) else f"{name}: {message}"
