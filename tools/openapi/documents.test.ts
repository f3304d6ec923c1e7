import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { failureNames } from '#contract/failures.ts';
import { Description } from './description.ts';
import { documentNames, faultsOf, readDocument } from './document.ts';

describe.each(documentNames)('the description of %s', (name) => {
  test('is a valid OpenAPI 3.1 document', async () => {
    expect(await faultsOf(name)).toEqual([]);
  });

  test('has examples that are what it says they are', async () => {
    expect((await Description.open(name)).badExamples()).toEqual([]);
  });

  test('gives every operation a name of its own', async () => {
    const names = (await Description.open(name)).operations.map(({ operationId }) => operationId);
    expect(names).toEqual([...new Set(names)]);
  });
});

/** The five operations that everything began with: all that their documents say, and nothing that they leave open. */
const seeds = [
  {
    seed: '000',
    vendor: 'mis',
    operation: 'cancelVisit',
    method: 'DELETE',
    path: '/visit/{lpuGuid}',
    parameters: ['lpuGuid', 'ticketGuid', 'examGuid', 'externalUserId'],
    answers: '200 400/4010 400/4026 400/4027 400/4086 403/5007 403/5008 403/5009 403/5010 404/5068',
  },
  {
    seed: '001',
    vendor: 'mis',
    operation: 'cancelHomeCall',
    method: 'DELETE',
    path: '/api/v2/iemk/doctors/visit/{visitId}',
    parameters: ['visitId'],
    answers: '200 400/4021 400/4022 400/4023 403/5007 403/5008 403/5009 403/5010 415 500/5023',
  },
  {
    seed: '002',
    vendor: 'mis',
    operation: 'reserve',
    method: 'POST',
    path: '/visit/{lpuGuid}/reservation',
    parameters: ['lpuGuid', 'fullResponse'],
    answers: '200 400/4005 400/4007 400/4007 400/4008 400/4009 400/4029 400/4036 403/5009',
  },
  {
    seed: '003',
    vendor: 'connect',
    operation: 'cancelRequest',
    method: 'POST',
    path: '/api/connect/orders/appointment-requests/cancel',
    parameters: ['X-API-VERSION'],
    answers: '204 401 404 500',
  },
  {
    seed: '004',
    vendor: 'loop',
    operation: 'cancelVisit',
    method: 'POST',
    path: '/v1/visits/{id}/cancel',
    parameters: ['id'],
    answers: '200 404 412',
  },
] as const;

const codeOf = (value: unknown) =>
  typeof value === 'object' && value !== null && 'message_code' in value ? `/${value.message_code}` : '';

describe('the descriptions', () => {
  test.each(seeds)('say of seed $seed what it says', async ({ vendor, operation, ...seed }) => {
    const description = await Description.open(vendor);
    const described = description.operations.find(({ operationId }) => operationId === operation);
    const answers = description
      .answers()
      .filter((answer) => answer.operation === operation && answer.assumed === null)
      .map(({ status, value }) => `${status}${codeOf(value)}`)
      .toSorted();
    expect({
      seed: seed.seed,
      method: described?.method,
      path: described?.path,
      parameters: described?.parameters.map(({ name }) => name),
      answers: answers.join(' '),
    }).toEqual(seed);
  });

  test.each(['mis', 'connect', 'loop'] as const)(
    'name a row of the README for what %s leaves open',
    (vendor) => {
      const table = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
      const rows = new Set(
        [...table.matchAll(/^\| ([A-C]\d+(?:, [A-C]\d+)*) +\|/gm)].flatMap(([, row = '']) => row.split(', ')),
      );
      const text = readFileSync(new URL(`../../docs/openapi/${vendor}.yaml`, import.meta.url), 'utf8');
      const named = [...text.matchAll(/x-assumed: (\S+)/g)].map(([, row]) => row);
      expect(named.length).toBeGreaterThan(0);
      expect(named.filter((row) => !rows.has(row ?? ''))).toEqual([]);
    },
  );

  test('know every failure of the contract by its name', async () => {
    const { components } = await readDocument('portal');
    expect(components.schemas['FailureName']?.['enum']).toEqual(failureNames);
  });
});
