"""The page in a notebook cell or a browser tab, with a file opened in it; nothing leaves the computer."""

import atexit
import os
import tempfile
import webbrowser
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from phenolens.page_server import PageServer

if TYPE_CHECKING:
    from anndata import AnnData


class ViewError(Exception):
    """Why there is nothing to look at: one sentence."""


class View:
    """The page at `url`, until `close` or the end of Python. As the last line of a notebook's cell it is shown there."""

    def __init__(self, server: PageServer, height: int, folder: "tempfile.TemporaryDirectory[str] | None") -> None:
        self.url: str = server.url
        self.height = height
        self._server = server
        self._folder = folder
        # It is shown on though no variable holds it.
        atexit.register(self.close)

    def open(self) -> "View":
        """Opens a tab of the browser of this computer."""
        webbrowser.open_new_tab(self.url)
        return self

    def close(self) -> None:
        """Ends the server, and removes the temporary file of an AnnData."""
        atexit.unregister(self.close)
        self._server.close()
        if self._folder:
            self._folder.cleanup()

    def _repr_html_(self) -> str:
        return f'<iframe src="{escape(self.url)}" width="100%" height="{self.height}" style="border:0" allow="fullscreen"></iframe>'

    def __repr__(self) -> str:
        return f"View({self.url!r})"


def view(data: "str | Path | AnnData", height: int = 800, port: int = 0) -> View:
    """
    The page with a file opened in it, in a notebook cell; `.open()` shows it in a browser tab.

    `data`: an HDF5 file that the page opens by address (`.h5ad`, 10x `.h5`, `.h5mu`), read by ranges where it lies, or an
    AnnData (written to a temporary file). `height` of the cell in pixels. `port`: of the loopback address (any that is
    free). Throws ViewError.
    """
    page = page_folder()
    folder = None
    if isinstance(data, (str, Path)):
        file = Path(data)
        if not file.is_file():
            raise ViewError(f"{file} is {'a folder' if file.is_dir() else 'not there'}. Name a file that the page opens, such as an .h5ad.")
    else:
        folder = tempfile.TemporaryDirectory(prefix="phenolens-")
        file = Path(folder.name) / "data.h5ad"
        data.write_h5ad(file)
    try:
        return View(PageServer(page, file, port), height, folder)
    except OSError as error:
        raise ViewError(f"The port {port} of this computer cannot be taken ({error.strerror}). Choose another one.") from error


def page_folder() -> Path:
    """The built page: named in PHENOLENS_PAGE, else in the repository of this package. Throws ViewError."""
    named = os.environ.get("PHENOLENS_PAGE")
    folder = Path(named) if named else Path(__file__).resolve().parents[2] / "dist"
    if not (folder / "index.html").is_file():
        raise ViewError(f"The page is not built: {folder} has no index.html. Run npm run build:web, or name its folder in PHENOLENS_PAGE.")
    return folder
