/** How often one thanked another. */
export interface Thanks {
  giver: string;
  receiver: string;
  count: number;
}

export const ringRules = {
  /** Larger groups are a community. */
  people: 5,
  /** Thanks inside, and their part of all that these people received. */
  inside: 6,
  share: 0.6,
  /** Once is no habit. */
  often: 2,
} as const;

/**
 * Groups of 2 to 5 people who thanked mostly one another, in pairs or in a circle: strongly connected by thanks that
 * were given more than once. Told in numbers only; never a reason to take anything from anybody by itself.
 */
export function ringsOf(pairs: readonly Thanks[]): { rings: number; people: number; inside: number } {
  const total = { rings: 0, people: 0, inside: 0 };
  for (const group of circles(pairs.filter(({ count }) => count >= ringRules.often))) {
    if (group.size < 2 || group.size > ringRules.people) continue;
    const received = pairs.filter(({ receiver }) => group.has(receiver));
    const inside = sum(received.filter(({ giver }) => group.has(giver)));
    if (inside < ringRules.inside || inside / sum(received) < ringRules.share) continue;
    total.rings += 1;
    total.people += group.size;
    total.inside += inside;
  }
  return total;
}

const sum = (pairs: readonly Thanks[]): number => pairs.reduce((all, { count }) => all + count, 0);

/** Groups in which everybody is reached by everybody (Kosaraju: there and back). */
function circles(pairs: readonly Thanks[]): Set<string>[] {
  const to = neighbours(pairs.map(({ giver, receiver }) => [giver, receiver]));
  const from = neighbours(pairs.map(({ giver, receiver }) => [receiver, giver]));
  const order: string[] = [];
  const seen = new Set<string>();
  for (const start of to.keys()) walk(start, to, seen, (person) => order.push(person));
  const groups: Set<string>[] = [];
  const placed = new Set<string>();
  for (const start of order.toReversed()) {
    const group = new Set<string>();
    walk(start, from, placed, (person) => group.add(person));
    if (group.size > 0) groups.push(group);
  }
  return groups;
}

function neighbours(edges: readonly (readonly [string, string])[]): Map<string, string[]> {
  const all = new Map<string, string[]>();
  for (const [one, other] of edges) {
    all.set(one, [...(all.get(one) ?? []), other]);
    if (!all.has(other)) all.set(other, []);
  }
  return all;
}

/** Everybody who is reached and was not seen before; each is left after all whom they reach. Without recursion. */
function walk(
  start: string,
  edges: ReadonlyMap<string, readonly string[]>,
  seen: Set<string>,
  leave: (person: string) => void,
): void {
  if (seen.has(start)) return;
  seen.add(start);
  const path = [{ person: start, next: 0 }];
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const other = edges.get(top.person)?.[top.next];
    top.next += 1;
    if (other === undefined) {
      leave(top.person);
      path.pop();
    } else if (!seen.has(other)) {
      seen.add(other);
      path.push({ person: other, next: 0 });
    }
  }
}
