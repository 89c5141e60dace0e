"""Builds inclusion: published roots and paths, and those of anchors (RFC 9162 §2.1.3; docs/formats.md §4 and §5)."""

from __future__ import annotations

from typing import Any

from vector_file import hexadecimal, source

from traceability.commitment.tree import tree_root
from traceability.ledger.keys import keccak
from traceability.proof.inclusion import inclusion_path


def inclusion() -> dict[str, Any]:
    data = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
    leaves = [bytes.fromhex(text) for text in data]
    commitments_ = [keccak(f"event {number}".encode()) for number in range(13)]

    def path_case(items: list[bytes], index: int) -> dict[str, Any]:
        return {
            "root": hexadecimal(tree_root(items)),
            "data": hexadecimal(items[index]),
            "index": index,
            "size": len(items),
            "path": [hexadecimal(hash_) for hash_ in inclusion_path(items, index)],
        }

    good = path_case(commitments_, 5)
    refused = [
        ("another leaf", {**good, "data": hexadecimal(commitments_[6])}),
        ("another index", {**good, "index": 4}),
        ("index outside", {**good, "index": 13}),
        ("size zero", {**good, "index": 0, "size": 0}),
        ("another root", {**good, "root": hexadecimal(keccak(b""))}),
        ("a hash missing", {**good, "path": good["path"][:-1]}),
        ("a hash too many", {**good, "path": [*good["path"], good["path"][0]]}),
        ("no path", {**good, "path": []}),
        ("path backwards", {**good, "path": good["path"][::-1]}),
        ("a hash of 31 bytes", {**good, "path": [good["path"][0][:-2], *good["path"][1:]]}),
        (
            "an inner node as leaf",
            {**good, "data": good["path"][0] + good["path"][1][2:], "index": 1, "size": 4, "path": good["path"][2:]},
        ),
        ("path of one for a tree of one", {**path_case(commitments_[:1], 0), "path": good["path"][:1]}),
    ]
    return {
        "source": source("4 and 5 (anchors)"),
        "published": {
            "source": "RFC 6962 / RFC 9162 test tree of the Certificate Transparency reference implementation",
            "leaves": ["0x" + text for text in data],
            "roots": [
                "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "0x6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                "0xfac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                "0xaeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                "0xd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                "0x4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                "0x76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                "0xddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                "0x5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
            ],
            "paths": [
                {
                    "index": 0,
                    "size": 8,
                    "path": [
                        "0x96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "0x5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "0x6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
                    ],
                },
                {
                    "index": 5,
                    "size": 8,
                    "path": [
                        "0xbc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "0xca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "0xd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                    ],
                },
                {
                    "index": 2,
                    "size": 3,
                    "path": ["0xfac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"],
                },
                {
                    "index": 1,
                    "size": 5,
                    "path": [
                        "0x6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                        "0x5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "0xbc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                    ],
                },
            ],
        },
        "cases": [path_case(leaves, index) for index in range(8)]
        + [path_case(commitments_[:size], size - 1) for size in range(1, 14)]
        + [path_case(commitments_, index) for index in (0, 5, 7, 8, 11)],
        "refused": [{"name": name, **case} for name, case in refused],
    }
