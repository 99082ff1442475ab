"""The icon in the browser's tab and the logo over the menu, told to the browser by their addresses.

``st.logo`` and ``st.set_page_config(page_icon=…)`` do the same, and load a library of pictures to find that an address
is none: 7 MB of the server's memory.
"""

from __future__ import annotations

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.Logo_pb2 import Logo
from streamlit.runtime.scriptrunner_utils.script_run_context import enqueue_message

_STATIC = "/app/static"  # as the server delivers them: a file would be read in every run
_ICON = f"{_STATIC}/favicon.png"
_LOGO = f"{_STATIC}/logo.svg"


def show_icon() -> None:
    """Put our icon into the tab: before the navigation, whose icons the browser would fetch from a font server."""
    message = ForwardMsg()
    message.page_config_changed.favicon = _ICON
    enqueue_message(message)


def show_logo() -> None:
    """Put the logo over the menu, and the icon alone where the menu is folded away."""
    message = ForwardMsg()
    message.logo.image, message.logo.image_type = _LOGO, Logo.ImageType.IMAGE
    message.logo.icon_image, message.logo.icon_image_type = _ICON, Logo.ImageType.IMAGE
    message.logo.size = "medium"
    enqueue_message(message)
