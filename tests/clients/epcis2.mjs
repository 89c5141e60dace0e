/**
 * Captures and reads through epcis2.js (npm, Digimarc), as its README says, and prints what it saw as JSON.
 * Arguments: address of the server, API key, identifier of an item, serial number of a second one.
 */
import { createRequire } from "node:module";

const epcis2 = createRequire(import.meta.url)("epcis2.js");
const [, , address, key, item, packed] = process.argv;
const headers = { "content-type": "application/json", "x-api-key": key, "suyuan-disclosure": "public" };
epcis2.setup({ apiUrl: address, headers, documentValidation: true, eventTimeZoneOffset: "+08:00" });

const namespace = { example: "https://ns.example.com/epcis/" };
const place = "https://id.gs1.org/414/6901234000009";

/** Return a document with two events that were put together through setters. */
function composed() {
  const created = new epcis2.ObjectEvent()
    .setAction("ADD")
    .setEventTime("2026-05-03T10:00:00.000+08:00")
    .setEventTimeZoneOffset("+08:00")
    .setBizStep(epcis2.cbv.bizSteps.commissioning)
    .setDisposition(epcis2.cbv.dispositions.active)
    .addEPC(item)
    .setReadPoint(place)
    .setBizLocation(place)
    .addExtension("example:line", "7");
  const observed = new epcis2.ObjectEvent()
    .setAction("OBSERVE")
    .setEventTime("2026-05-03T11:00:00.000+08:00")
    .setEventTimeZoneOffset("+08:00")
    .setBizStep(epcis2.cbv.bizSteps.packing)
    .addEPC(item)
    .addEPC(packed)
    .addBizTransaction(
      new epcis2.BizTransactionElement({ bizTransaction: "urn:epcglobal:cbv:bt:6901234000009:4711", type: "po" }),
    );
  const document = new epcis2.EPCISDocument();
  document.setContext(["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld", namespace]);
  document.setCreationDate("2026-05-03T12:00:00.000Z");
  document.addEventList([created, observed]);
  return document;
}

/** Return a query's answer as the client reads it: a document of the events in it. */
async function asked(path, more = {}) {
  const answer = await fetch(`${address}${path}`, { headers: { ...headers, ...more } });
  const body = await answer.json();
  const read = new epcis2.EPCISDocument({
    "@context": body["@context"],
    type: "EPCISDocument",
    schemaVersion: body.schemaVersion,
    creationDate: body.creationDate,
    epcisBody: { eventList: body.epcisBody.queryResults.resultsBody.eventList },
  });
  return { status: answer.status, valid: read.isValid(), body, document: read.toObject() };
}

const document = composed();
const first = await epcis2.capture(document);
const job = new epcis2.CaptureResponse(first);
await job.pollForTheCaptureToFinish(3, 50);
const wrong = composed();
wrong.eventList[0].epcList = ["https://id.gs1.org/01/06901234000017/21/X"];
const refused = await epcis2.capture(wrong, { documentValidation: false });
const stranger = await epcis2.capture(document, { headers: { "x-api-key": "nonsense" } });
const own = await asked(
  `/events/${encodeURIComponent(epcis2.eventToHashedId(document.toObject().epcisBody.eventList[0], namespace))}`,
  { "gs1-extensions": `example=${namespace.example}` },
);

console.log(
  JSON.stringify({
    status: first.status,
    location: job.getLocation(),
    running: job.getRunningStatus(),
    success: job.getSuccessStatus(),
    errors: job.getErrors(),
    hashes: document.toObject().epcisBody.eventList.map((event) => epcis2.eventToHashedId(event, namespace)),
    refused: { status: refused.status, body: await refused.json() },
    stranger: { status: stranger.status, body: await stranger.json() },
    own: { status: own.status, valid: own.valid, document: own.document },
  }),
);
