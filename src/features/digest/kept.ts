/** What was kept as JSON, as it was before: JSON has no `undefined` in lists and writes `null`, which would count as 0. */
export const readKept = (json: string): unknown => withoutNull(JSON.parse(json));

function withoutNull(value: unknown): unknown {
  if (value === null) return undefined;
  if (Array.isArray(value)) return value.map(withoutNull);
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutNull(each)]));
}
