"""The corridor: bytes to raw to typed, and back."""

from territoires_participatifs.document._dataset import SCHEMA_VERSION, Dataset, entity_fields
from territoires_participatifs.document._doors import (
    Content,
    Opened,
    located,
    open_document,
    read,
    structure,
    try_read,
    try_structure,
)
from territoires_participatifs.document._drafts import Draft, draft
from territoires_participatifs.document._migrations import MIGRATIONS, Chain, Step, migrate
from territoires_participatifs.document._paths import NOTHING_THERE, Spot, spot_at, value_at
from territoires_participatifs.document._raw import LARGEST, Decoded, decode
from territoires_participatifs.document._remains import Remains
from territoires_participatifs.document._scan import Scan, scan
from territoires_participatifs.document._writing import content_hash, write
from territoires_participatifs.document.structuring import build, fits, make_converter, unstructure

__all__ = [
    "LARGEST",
    "MIGRATIONS",
    "NOTHING_THERE",
    "SCHEMA_VERSION",
    "Chain",
    "Content",
    "Dataset",
    "Decoded",
    "Draft",
    "Opened",
    "Remains",
    "Scan",
    "Spot",
    "Step",
    "build",
    "content_hash",
    "decode",
    "draft",
    "entity_fields",
    "fits",
    "located",
    "make_converter",
    "migrate",
    "open_document",
    "read",
    "scan",
    "spot_at",
    "structure",
    "try_read",
    "try_structure",
    "unstructure",
    "value_at",
    "write",
]
