import type { AmaPage } from './ports.ts';

/** A page of so many: the nearest that there is. `rows` reads it. */
export function paged<T>(
  page: number,
  { total, perPage }: { total: number; perPage: number },
  rows: (part: { limit: number; offset: number }) => readonly T[],
): AmaPage<T> {
  const pages = Math.max(1, Math.ceil(total / perPage));
  const given = Math.min(Math.max(0, Math.trunc(page) || 0), pages - 1);
  return { rows: rows({ limit: perPage, offset: given * perPage }), page: given, pages, total };
}
