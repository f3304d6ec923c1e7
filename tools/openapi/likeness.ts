const literally = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

const asPattern = (text: string) =>
  new RegExp(
    `^${text
      .split(/\{[^{}]*\}/)
      .map(literally)
      .join('.+')}$`,
    's',
  );

const fieldsOf = (value: unknown): ReadonlyMap<string, unknown> | null =>
  typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : null;

/** Whether a body says what a documented example says, and nothing else; `{…}` in its text is what a vendor fills in. */
export function isLike(example: unknown, body: unknown): boolean {
  if (typeof example === 'string' && typeof body === 'string') return asPattern(example).test(body);
  const [expected, found] = [fieldsOf(example), fieldsOf(body)];
  if (!expected || !found) return example === body;
  return (
    expected.size === found.size && [...expected].every(([name, value]) => isLike(value, found.get(name)))
  );
}
