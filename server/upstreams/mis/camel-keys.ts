const lower = (key: string) => key.charAt(0).toLowerCase() + key.slice(1);

/**
 * The vendor's samples write its fields in camelCase and its tables in PascalCase: every key begins with a small letter
 * from here on. Where both spellings came, the small one counts, unless it is null.
 */
export function camelKeys(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(camelKeys);
  if (typeof json !== 'object' || json === null) return json;
  const fields = new Map<string, unknown>();
  for (const [key, value] of Object.entries(json)) {
    const name = lower(key);
    if (fields.get(name) === undefined || fields.get(name) === null || key === name)
      if (!(key === name && value === null && fields.has(name))) fields.set(name, camelKeys(value));
  }
  return Object.fromEntries(fields);
}
