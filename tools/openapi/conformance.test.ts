import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Description } from './description.ts';
import { documentNames, type DocumentName } from './document.ts';
import type { Exchange } from './exchange.ts';
import { clinicVisits, homeCalls, undoDelay } from './walks/clinic-visits.ts';
import { releaseAndSilence, reserveAndConfirm, scheduleDown } from './walks/holds.ts';
import { loopVisits } from './walks/loop-visits.ts';
import { desk, signInAndOut } from './walks/people.ts';
import { openRecordedTalon, type RecordedTalon, type Said, type Walk } from './walks/recorded-talon.ts';
import { cancelRequests, connectFails, requestAndBook } from './walks/requests.ts';
import { joinWaitingList } from './walks/waiting.ts';
import { unasked } from './walks/unasked.ts';
import { wronglyAsked } from './walks/wrongly-asked.ts';

const walks: Readonly<Record<string, Walk>> = {
  'signing in and out': signInAndOut,
  'a registrar at the desk': desk,
  'clinic visits': clinicVisits,
  'the undo delay': undoDelay,
  'home calls': homeCalls,
  'a time kept and confirmed': reserveAndConfirm,
  'a place on a waiting list': joinWaitingList,
  'a time given back, and clinics that fall silent': releaseAndSilence,
  'a schedule that cannot be read': scheduleDown,
  'a request that becomes a visit': requestAndBook,
  'requests cancelled': cancelRequests,
  'Connect failing in the middle of a write': connectFails,
  'visits of Loop': loopVisits,
  'what Talon never comes to ask': unasked,
  'the portal asked wrongly': wronglyAsked,
};

let talon: RecordedTalon;
const descriptions = new Map<DocumentName, Description>();
const said = new Map<string, Said>();

beforeAll(async () => {
  for (const name of documentNames) descriptions.set(name, await Description.open(name));
  talon = await openRecordedTalon();
  for (const [name, walk] of Object.entries(walks)) {
    await walk(talon);
    said.set(name, talon.take());
  }
}, 180_000);
afterAll(() => talon.close());

const describedAs = (name: DocumentName): Description => {
  const found = descriptions.get(name);
  if (!found) throw new Error(`nobody described ${name}`);
  return found;
};

/** What a portal may answer to whoever does not ask as described. */
const refusesTheAsker = new Set([400, 401, 403]);

/** A 503 comes from whatever stands before a vendor: no vendor describes it. */
const byTheVendorItself = ({ status }: Exchange) => status !== 503;

function complaintsAbout(name: DocumentName, exchange: Exchange): string[] {
  const { request, response } = describedAs(name).complaintsAbout(exchange);
  const forgiven = name === 'portal' && refusesTheAsker.has(exchange.status);
  return [...(forgiven ? [] : request), ...response].map(
    (complaint) => `${exchange.method} ${exchange.path} ${exchange.status}: ${complaint}`,
  );
}

describe.each(Object.keys(walks))('on the walk "%s"', (walk) => {
  test.each(documentNames)('%s hears and says only what is described', (name) => {
    const exchanges = said.get(walk)?.[name] ?? [];
    const judged = name === 'portal' ? exchanges : exchanges.filter(byTheVendorItself);
    expect(judged.flatMap((exchange) => complaintsAbout(name, exchange))).toEqual([]);
  });
});

describe('the walks together', () => {
  test.each(documentNames)('meet every answer that the description of %s promises', (name) => {
    const description = describedAs(name);
    const exchanges = [...said.values()].flatMap((ofWalk) => ofWalk[name]);
    const unmet = description
      .answers()
      .filter((answer) => !exchanges.some((exchange) => description.isAnswer(answer, exchange)))
      .map(
        ({ operation, status, example }) => `${operation} ${status}${example === null ? '' : ` ${example}`}`,
      );
    expect(unmet).toEqual([]);
  });
});

test('the description of the portal names every address of the API, and no other', () => {
  const named = describedAs('portal')
    .operations.filter(({ path }) => path.startsWith('/api/'))
    .map(({ method, path }) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`);
  expect(named.toSorted()).toEqual(talon.routes.toSorted());
});
