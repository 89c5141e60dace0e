"""The steps of the example, each told to the installation as the firm in question would; done steps are passed over."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote

from chain.keystore import Keystores
from cli.commands.finance import consent_of
from cli.demonstration.client import Client, Patience
from cli.demonstration.progress import Told
from cli.errors import CommandRefused
from cli.settings import Installation
from store import open_record
from store.record.accounts import issue_key
from store.record.outbox import counts
from store.record.progress import Progress
from traceability.identifiers import parse

AUTHORITY = 0
_FIRM_ROLES = ("capture", "query", "administer")
_SETTLED = (Progress.FINAL, Progress.FAILED)
_T = TypeVar("_T")
_DAYS = {"P30D": 30, "P90D": 90}


class Story:
    """Tells the example's story, step by step."""

    def __init__(
        self, installation: Installation, origin: str, examples: Path, keystores: Keystores, say: Callable[[str], None]
    ) -> None:
        self._installation = installation
        self._origin = origin
        self.examples = examples
        self.keystores = keystores
        self._say = say
        self.told = Told(installation.home)
        self._stop = threading.Event()
        self.firms: list[dict[str, Any]] = json.loads((examples / "firms.json").read_text(encoding="utf-8"))
        self.steps: list[dict[str, Any]] = json.loads((examples / "story.json").read_text(encoding="utf-8"))

    def tell(self, stop: threading.Event) -> int:
        """Tell all that is not told yet, or up to the step at which `stop` is set, and return how many steps that were.

        A step that a kill cut off is told again; each therefore looks first whether the installation has it already.
        """
        done = 0
        self._stop = stop
        for name, step in self._all_steps():
            if stop.is_set():
                break
            if name in self.told:
                continue
            if not done and self.told:
                self._await_quiet()
            self._say(name)
            self.told.add(name, step())
            done += 1
        return done

    def shown(self) -> Mapping[str, str]:
        """Return the things that are worth a look: what they are to their canonical form."""
        return next(step["show"] for step in self.steps if "show" in step)

    def number(self, firm: str) -> int:
        """Return the organisation number of a firm."""
        return int(self.told[f"admit {firm}"])

    def client(self, firm: str | None = None) -> Client:
        """Return the API as a firm calls it; as anyone, without a firm."""
        return Client(self._origin, self.told[f"key of {firm}"] if firm else None, self._stop)

    def _all_steps(self) -> list[tuple[str, Callable[[], Any]]]:
        steps: list[tuple[str, Callable[[], Any]]] = [
            ("key of operator", partial(self._key, AUTHORITY, "operator", ("operate",)))
        ]
        for firm in self.firms:
            short = firm["short"]
            steps.append((f"admit {short}", partial(self._admit, firm)))
            steps.append((f"key of {short}", partial(self._key_of_firm, short)))
            for prefix in firm["prefixes"]:
                steps.append(
                    (f"grant {prefix['scheme']} {prefix['prefix']} to {short}", partial(self._grant, short, prefix))
                )
        told: Mapping[str, Callable[[dict[str, Any]], Any]] = {
            "partner": self._partner,
            "describe": self._describe,
            "capture": self._capture,
            "csv": self._csv,
            "attest": self._attest,
            "alias": self._alias,
            "state": self._state,
            "dossier": self._dossier,
            "lien": self._lien,
        }
        for step in self.steps:
            for kind, act in told.items():
                if "as" in step and kind in step:
                    subject = step[kind] if isinstance(step[kind], str) else step.get("name", "…")
                    steps.append((f"{step['as']}: {kind} {subject.removeprefix('documents/')}", partial(act, step)))
        return steps

    def _key_of_firm(self, firm: str) -> str:
        return self._key(self.number(firm), firm, _FIRM_ROLES)

    def _key(self, organisation: int, label: str, roles: tuple[str, ...]) -> str:
        record = open_record(self._installation.record_url)
        try:
            return issue_key(record, organisation, f"demonstration, {label}", roles, datetime.now(UTC))[1]
        finally:
            record.close()

    def _admit(self, firm: dict[str, Any]) -> int:
        if (number := self._number_of(firm["profile"]["uscc"])) is not None:
            return number
        operator = self.client("operator")
        signer = self.keystores.create()
        content = {"profile": firm["profile"], "roles": firm["roles"], "key": "0x" + signer.address.hex()}
        operator.settled(operator.post("/api/v1/members", content))
        return self._found(firm["profile"]["uscc"])

    def _found(self, uscc: str) -> int:
        return self._awaited(lambda: self._number_of(uscc), f"the member {uscc} in the mirror")

    def _number_of(self, uscc: str) -> int | None:
        members = self.client().get("/api/v1/members").json()["members"]
        return next((int(item["organisation"]) for item in members if item["profile"].get("uscc") == uscc), None)

    def _grant(self, firm: str, prefix: dict[str, str]) -> bool:
        operator = self.client("operator")
        wanted = (prefix["scheme"], prefix["prefix"])

        def look() -> bool | None:
            granted = operator.get("/api/v1/prefixes").json()["prefixes"]
            return any((item["scheme"], item["prefix"]) == wanted for item in granted) or None

        if look():
            return True
        operator.settled(operator.post("/api/v1/prefixes", prefix | {"holder": self.number(firm)}))
        return self._awaited(look, f"the prefix {wanted[1]} in the mirror")

    def _partner(self, step: dict[str, Any]) -> bool:
        client, partner = self.client(step["as"]), step["partner"]
        content = {
            "scheme": partner["scheme"],
            "prefix": partner["prefix"],
            "organisation": self.number(partner["firm"]),
        }
        client.settled(
            client.put("/api/v1/prefixes/partners", content | {"kinds": [kind.lower() for kind in partner["kinds"]]})
        )
        return True

    def _describe(self, step: dict[str, Any]) -> str:
        client = self.client(step["as"])
        product: dict[str, Any] = {name: step[name] for name in ("name", "brand", "model", "contact") if name in step}
        if "picture" in step:
            picture = (self.examples / step["picture"]).read_bytes()
            product["picture"] = client.send("POST", "/api/v1/pictures", picture, {"Content-Type": "image/png"}).json()
        return str(
            client.settled(client.post("/api/v1/products", {"id": step["describe"], "product": product}))["captureID"]
        )

    def _capture(self, step: dict[str, Any]) -> dict[str, Any]:
        client = self.client(step["as"])
        data = (self.examples / step["capture"]).read_bytes()
        kind = "application/xml" if step["capture"].endswith(".xml") else "application/ld+json"
        job = client.settled(
            client.send("POST", "/capture", data, {"Content-Type": kind, "Suyuan-Disclosure": step["profile"]})
        )
        if not job["success"]:
            raise CommandRefused(f"{step['capture']}: {job['errors']}")
        return {"job": job["captureID"], "events": len(job["events"])}

    def _csv(self, step: dict[str, Any]) -> str:
        """Capture the till's export from the terminal, as a firm without an ERP would."""
        command = [
            sys.executable,
            "-m",
            "cli.main",
            "capture",
            str(self.examples / step["csv"]),
            "--as",
            str(self.number(step["as"])),
        ]
        command += ["--mapping", str(self.examples / step["mapping"]), "--disclosure", step["profile"]]
        done = subprocess.run(
            command, capture_output=True, text=True, env=os.environ | self._installation.environment(), check=False
        )
        if done.returncode:
            raise CommandRefused(done.stderr.strip())
        return done.stdout.strip()

    def _state(self, step: dict[str, Any]) -> str:
        client = self.client(step["as"])
        if client.get(f"/api/v1/states?id={quote(step['state'], safe='')}").json()["state"] == step["to"]:
            return "as it was"
        content = {"things": [step["state"]], "state": step["to"], "reason": step["reason"], "advice": step["reason"]}
        return str(client.settled(client.post("/api/v1/states", content))["captureID"])

    def _attest(self, step: dict[str, Any]) -> dict[str, Any]:
        client = self.client(step["as"])
        schema = client.post("/api/v1/attestations/schemas", {"schema": step["schema"]})
        client.settled(schema)
        content = {
            "subject": step["attest"],
            "schema": step["schema"],
            "statement": step["statement"],
            "expires": step["expires"],
        }
        answer = client.post("/api/v1/attestations", content)
        client.settled(answer)
        return dict(answer.json())

    def _alias(self, step: dict[str, Any]) -> str:
        """Claim that two codes name one thing, unless that is claimed already."""
        client, (code, other) = self.client(step["as"]), step["alias"]
        for alias in client.get(f"/api/v1/aliases?id={quote(code, safe='')}").json()["aliases"]:
            if alias["alias"] == other:
                return str(alias["attestation"])
        answer = client.post("/api/v1/aliases", {"codes": [code, other]})
        client.settled(answer)
        return str(answer.json()["attestation"])

    def _dossier(self, step: dict[str, Any]) -> dict[str, Any]:
        until = datetime.now(UTC) + timedelta(days=_DAYS[step["until"]])
        content = {"things": step["dossier"], "until": until.isoformat(timespec="seconds"), "audience": step["for"]}
        return dict(self.client(step["as"]).post("/api/v1/dossiers", content).json())

    def _lien(self, step: dict[str, Any]) -> dict[str, Any]:
        """Pledge: the borrower signs, the bank registers and activates."""
        bank = self.client(step["as"])
        for lien in bank.get(f"/api/v1/liens?id={quote(step['lien'], safe='')}").json()["liens"]:
            if lien["state"] == "reserved":
                bank.settled(bank.post(f"/api/v1/liens/{lien['lien']}/activate", {}))
            if lien["state"] in ("reserved", "active"):
                return {"lien": lien["lien"]}
        signed = consent_of(
            self._installation,
            self.keystores,
            parse(step["lien"]),
            self.number(step["as"]),
            self.number(step["pledgor"]),
            _DAYS[step["until"]],
        )
        answer = bank.post("/api/v1/liens", signed)
        bank.settled(answer)
        lien = dict(answer.json())
        bank.settled(bank.post(f"/api/v1/liens/{lien['lien']}/activate", {}))
        return lien

    def _await_quiet(self) -> None:
        """Wait until what a run that was cut off had promised is on the chain and in the mirror."""
        record = open_record(self._installation.record_url)

        def look() -> bool | None:
            under_way = any(count for progress, count in counts(record).items() if progress not in _SETTLED)
            return (not under_way and self.client().get("/readyz").json()["lag"] == 0) or None

        try:
            self._awaited(look, "what was promised earlier to be on the chain")
        finally:
            record.close()

    def _awaited(self, look: Callable[[], _T | None], what: str, patience: float = 60.0) -> _T:
        patient = Patience(patience, self._stop)
        while (found := look()) is None:
            if patient.is_over():
                raise TimeoutError(f"waited {patience:.0f} s for {what}")
            time.sleep(0.05)
        return found
