import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createVault } from './vault.ts';

const vault = createVault('one-secret-of-more-than-32-characters');
const another = createVault('two-secret-of-more-than-32-characters');
const anna = { name: 'Анна Соколова', birthDate: '1984-03-14', policy: '5000000000000001' };

describe('what is sealed', () => {
  test('opens again as it was, whatever it is', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const value: unknown = JSON.parse(text);
        expect(vault.open(vault.seal(value))).toEqual(value);
      }),
    );
  });

  test('opens in another process with the same secret', () => {
    const restarted = createVault('one-secret-of-more-than-32-characters');
    expect(restarted.open(vault.seal(anna))).toEqual(anna);
  });

  test('says nothing of what is inside, and is never the same twice', () => {
    const [first, second] = [vault.seal(anna), vault.seal(anna)];
    const bytes = Buffer.from(first, 'base64url').toString('utf8');
    for (const fact of Object.values(anna)) expect(`${first}${bytes}`).not.toContain(fact);
    expect(first).not.toBe(second);
  });

  test('does not open with another secret', () => {
    expect(another.open(vault.seal(anna))).toBeNull();
  });

  test('does not open where a single bit of it was changed', () => {
    const sealed = Buffer.from(vault.seal(anna), 'base64url');
    const bit = fc.integer({ min: 0, max: sealed.length * 8 - 1 });
    fc.assert(
      fc.property(bit, (at) => {
        const changed = Buffer.from(sealed);
        changed.writeUInt8(sealed.readUInt8(at >> 3) ^ (1 << (at & 7)), at >> 3);
        expect(vault.open(changed.toString('base64url'))).toBeNull();
      }),
    );
  });

  test('does not open where it was cut short', () => {
    const sealed = Buffer.from(vault.seal(anna), 'base64url');
    for (const length of [0, 11, 12, 16, 27, 28, sealed.length - 1])
      expect(vault.open(sealed.subarray(0, length).toString('base64url')), `${length} bytes`).toBeNull();
  });

  test.each(['', 'not sealed at all', '{"name":"Анна"}'])(
    '%j was never sealed, and does not open',
    (text) => {
      expect(vault.open(text)).toBeNull();
    },
  );
});

describe('a pseudonym', () => {
  const of = (...parts: (string | null)[]) => vault.pseudonym(...parts);

  test('is the same for the same person, also after a restart', () => {
    const restarted = createVault('one-secret-of-more-than-32-characters');
    expect(restarted.pseudonym('patient', anna.policy, null)).toBe(of('patient', anna.policy, null));
  });

  test('names nobody', () => {
    expect(of('patient', anna.policy, null)).toMatch(/^[\w-]{43}$/);
    expect(of('patient', anna.policy, null)).not.toContain(anna.policy);
  });

  test.each([
    ['another secret', another.pseudonym('patient', '1', null)],
    ['another purpose', of('actor', '1', null)],
    ['another person', of('patient', '2', null)],
    ['another world', of('patient', '1', 'test')],
    ['parts that are cut elsewhere', of('patient1', null)],
    ['a comma instead of another part', of('patient,1', null)],
    ['nothing for a world that is called so', of('patient', '1', 'null')],
  ])('differs with %s', (_what, other) => {
    expect(other).not.toBe(of('patient', '1', null));
  });
});

describe('a secret is rotated', () => {
  const [first, second] = [
    'first-secret-of-more-than-32-characters',
    'second-secret-of-more-than-32-characters',
  ];
  const before = createVault(first);
  const rotated = createVault(`b:${second}, a:${first}`);

  test('what was sealed before is opened, and what is sealed since needs the new one', () => {
    expect(rotated.open(before.seal({ of: 'before' }))).toEqual({ of: 'before' });
    expect(createVault(second).open(rotated.seal({ of: 'since' }))).toEqual({ of: 'since' });
    expect(before.open(rotated.seal({ of: 'since' }))).toBeNull();
  });

  test('and everybody keeps the name that the journal has for them', () => {
    expect(rotated.pseudonym('patient', '5000000000000001')).toBe(
      before.pseudonym('patient', '5000000000000001'),
    );
  });

  test('a secret that holds a comma is one secret still', () => {
    const comma = `${first},${second}`;
    expect(createVault(second).open(createVault(comma).seal('text'))).toBeNull();
    expect(createVault(comma).open(createVault(comma).seal('text'))).toBe('text');
  });
});
