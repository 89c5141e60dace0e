"""The walk of `scripts/demo --check`: every page and answer of the demonstration, looked at as its users would."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from functools import partial
from typing import Any
from urllib.parse import quote, urlsplit

from chain.network import load_network, trust_root_of
from cli.commands.finance import consent_of
from cli.demonstration.client import AnswerRefused, Client
from cli.demonstration.story import Story
from cli.settings import Installation
from traceability.identifiers import parse
from traceability.proof import TrustRoot
from traceability.verdict.consumer import Verdict, verdict_of_text

_LANGUAGES = {"zh": "海岚", "en": "Hailan"}


class Walk:
    """Looks at one thing after the other and notes what is not as it should be."""

    def __init__(self, installation: Installation, story: Story, say: Callable[[str], None]) -> None:
        self._installation = installation
        self._story = story
        self._say = say
        self._anyone: Client = story.client()
        self._root: TrustRoot = trust_root_of(load_network(installation.home))
        self.failures: list[str] = []

    def look(self, name: str, act: Callable[[], None]) -> None:
        """Take one look; what goes wrong is noted, and the walk goes on."""
        try:
            act()
        except (
            AssertionError,
            AnswerRefused,
            KeyError,
            ValueError,
            OSError,
            TimeoutError,
            IndexError,
            TypeError,
        ) as error:
            self.failures.append(f"{name}: {type(error).__name__}: {error}")
            self._say(f"  ✗ {name}")
        else:
            self._say(f"  ✓ {name}")

    def all(self) -> None:
        """Walk the whole way: operator, consumer, manufacturer, bank, and whoever sends nonsense."""
        self.look("operator: health, readiness, metrics", self.operations)
        for name, identifier in self._story.shown().items():
            self.look(f"consumer: page of {name}", partial(self.page, identifier))
            self.look(f"phone: bundle of {name}", partial(self.bundle, name, identifier))
        self.look("consumer: scanner and front page", self.scanner)
        self.look("manufacturer: events by query, JSON and XML", self.events)
        self.look("manufacturer: trace both ways", self.trace)
        self.look("manufacturer: holdings", self.holdings)
        self.look("manufacturer: labels", self.labels)
        self.look("manufacturer: the same document again is told as a duplicate", self.duplicate)
        self.look("bank: dossier as page, JSON and bundle", self.dossier)
        self.look("bank: a second lien on the same asset is refused by the contract", self.second_lien)
        self.look("anyone: nonsense is refused with its place", self.nonsense)

    def operations(self) -> None:
        """The operator's figures are there, and nothing waits or has failed."""
        _verify(self._anyone.get("/healthz").json()["status"] == "alive", "not alive")
        ready = self._anyone.get("/readyz").json()
        _verify(ready["status"] == "ready", f"not ready: {ready}")
        text = self._anyone.get("/metrics", accept="text/plain").body.decode()
        _verify('suyuan_outbox_rows{progress="waiting"} 0.0' in text, "some promises wait")

    def page(self, identifier: str) -> None:
        """The page reads without JavaScript in both languages and says that nothing was checked on the device."""
        for language in _LANGUAGES:
            answer = self._anyone.get(_path(identifier), accept="text/html", **{"Accept-Language": language})
            text = answer.body.decode()
            _verify(answer.status == 200 and "<html" in text, "no page")
            _verify(
                parse(identifier).display().split("(")[-1] in text or parse(identifier).display() in text,
                "the code is not on the page",
            )
            _verify('<script type="module"' in text or "<script" in text, "the page loads no checker")

    def bundle(self, name: str, identifier: str) -> None:
        """The bundle gives the verdict that the story foresees."""
        verdict = self._verdict(identifier)
        _verify(verdict.fact("consensus").reason == "development_chain", f"consensus: {verdict.fact('consensus')}")
        _verify(verdict.fact("story").status.value == "matched", f"story: {verdict.fact('story')}")
        recall = verdict.fact("recall")
        wanted = {
            "recalled": "recalled",
            "recalled lot": "recalled",
            "sound": "not_recalled",
            "repaired": "not_recalled",
        }
        if name in wanted:
            _verify(recall.reason == wanted[name], f"recall: {recall}")
        if name in ("sound", "recalled"):
            _verify(verdict.fact("product").reason == "described_by_holder", f"product: {verdict.fact('product')}")
            _verify(any(item.reason == "active" for item in verdict.attestations), "no certificate in force")
        if name == "sound":
            _verify(any(item.alias.standing.value == "confirmed" for item in verdict.aliases), "no other code")
            _verify(any(item.id.startswith("https://id.gs1.org/414/") for item in verdict.names), "no place has a name")
        if name == "corrected":
            _verify(any(step.reason == "declared_wrong" for step in verdict.steps), "no step is declared wrong")

    def scanner(self) -> None:
        """The scanner and the front page are served, with their files."""
        for path in ("/", "/scan"):
            text = self._anyone.get(path, accept="text/html").body.decode()
            _verify("<html" in text, f"{path} is no page")

    def events(self) -> None:
        """Events are found by their fields, one by its id, in both syntaxes."""
        client = self._story.client("hailan")
        found = client.get("/events?eventType=AssociationEvent&perPage=5").json()
        events = found["epcisBody"]["queryResults"]["resultsBody"]["eventList"]
        _verify(
            len(events) == 5 and all(event["type"] == "AssociationEvent" for event in events), f"{len(events)} events"
        )
        text = client.get("/events?EQ_bizStep=receiving", accept="application/xml").body.decode()
        _verify("<ObjectEvent" in text, "no XML")

    def trace(self) -> None:
        """The recalled lot leads down to refrigerators, a refrigerator up to steel."""
        shown = self._story.shown()
        down = json.dumps(self._anyone.get(f"/api/v1/trace?direction=uses&id={quote(shown['recalled lot'])}").json())
        up = json.dumps(self._anyone.get(f"/api/v1/trace?direction=origins&id={quote(shown['sound'])}").json())
        _verify("J2602-117" in up, "the refrigerator does not lead to its coil")
        _verify(len(down) > 2, "the lot leads nowhere")

    def holdings(self) -> None:
        """The retailer holds what it received and has not sold."""
        content = self._story.client("jialeyou").get("/api/v1/holdings").json()
        _verify(len(content["holdings"]) > 0, "the retailer holds nothing")

    def labels(self) -> None:
        """A sheet of labels comes as PDF."""
        product = f"https://id.gs1.org/01/{self._story.shown()['sound'].split('/01/')[1].split('/')[0]}"
        answer = self._story.client("hailan").post("/api/v1/labels", {"product": product, "count": 6})
        _verify(answer.body.startswith(b"%PDF"), "no PDF")

    def duplicate(self) -> None:
        """A document that is captured again changes nothing."""
        documents = [step for step in self._story.steps if str(step.get("capture", "")).endswith(".jsonld")]
        places, events = (
            next(step for step in documents if ("00-places" in step["capture"]) == is_places)
            for is_places in (True, False)
        )
        for step, statuses in ((places, set()), (events, {"duplicate"})):
            data = (self._story.examples / step["capture"]).read_bytes()
            job = self._story.client(step["as"]).send(
                "POST", "/capture", data, {"Content-Type": "application/ld+json", "Suyuan-Disclosure": "public"}
            )
            _verify({event["status"] for event in job.json()["events"]} == statuses, job.body.decode()[:300])
            _verify("masterData" not in job.json(), "the same said again is told as new")

    def dossier(self) -> None:
        """The bank opens the dossier without an account; its bundles agree with the chain."""
        for made in self._story.told.beginning_with("jialeyou: dossier ").values():
            self._dossier(urlsplit(made["url"]).path)

    def _dossier(self, path: str) -> None:
        _verify("<html" in self._anyone.get(path, accept="text/html").body.decode(), "no page")
        content = self._anyone.get(path).json()
        _verify(bool(content["dossier"]), "no dossier")
        for bundle in content.get("bundles") or [content["bundle"]]:
            verdict = verdict_of_text(json.dumps(bundle), self._root, int(time.time()))
            _verify(all(fact.status.value != "refused" for fact in verdict.facts), f"refused: {verdict.facts}")

    def second_lien(self) -> None:
        """The contract refuses a second lien on the pledged pallet."""
        step = next(step for step in self._story.steps if "lien" in step)
        bank, borrower = self._story.number(step["as"]), self._story.number(step["pledgor"])
        signed = consent_of(self._installation, self._story.keystores, parse(step["lien"]), bank, borrower, 30)
        client = self._story.client(step["as"])
        try:
            client.settled(client.post("/api/v1/liens", signed))
        except AnswerRefused as refused:
            _verify(b"AssetEncumbered" in refused.body, refused.body.decode()[:300])
        else:
            raise AssertionError("a second lien was accepted")

    def nonsense(self) -> None:
        """Wrong codes and broken documents get a problem with its place, and no key gets nothing."""
        for path, body in (("/01/06901234567893", None), ("/capture", b'{"type": "EPCISDocument"')):
            client = self._story.client("hailan") if body else self._anyone
            try:
                client.send(
                    "POST" if body else "GET",
                    path,
                    body,
                    {"Content-Type": "application/json", "Accept": "application/json"},
                )
            except AnswerRefused as refused:
                problem = json.loads(refused.body)
                _verify(
                    400 <= refused.status < 500 and problem.get("type") and problem.get("title"),
                    refused.body.decode()[:300],
                )
            else:
                raise AssertionError(f"{path} was not refused")
        try:
            self._anyone.send("POST", "/capture", b"{}", {"Content-Type": "application/json"})
        except AnswerRefused as refused:
            _verify(refused.status == 401, f"{refused.status} instead of 401")

    def _verdict(self, identifier: str) -> Verdict:
        text = self._anyone.get(f"/api/v1/bundle?id={quote(identifier)}").body
        return verdict_of_text(text, self._root, int(time.time()), identifier)


def walked(installation: Installation, story: Story, say: Callable[[str], None]) -> list[str]:
    """Walk the whole demonstration and return what was not as it should be."""
    walk = Walk(installation, story, say)
    walk.all()
    return walk.failures


def _path(identifier: str) -> str:
    shown = identifier.removeprefix("https://id.gs1.org")
    return shown if shown != identifier else "/" + quote(identifier.removeprefix("hdl:"), safe="/")


def _verify(holds: Any, otherwise: str) -> None:
    if not holds:
        raise AssertionError(otherwise)
