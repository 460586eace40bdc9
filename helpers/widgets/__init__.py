"""The panel that every explorer is made of: controls on the page, one picture, a status line."""
