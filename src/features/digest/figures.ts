import { type DigestNumber, digestNumbers, type Figure, type Part } from './model.ts';
import { type Counted, type DigestTools } from './ports.ts';

/** What each number of a digest is made of. */
const valueOf: Readonly<Record<DigestNumber, (counted: Counted) => number | Part | undefined>> = {
  active: ({ growth }) => growth.active,
  newcomers: ({ growth }) => growth.newcomers,
  regulars: ({ growth }) => growth.returning,
  conversations: ({ activity }) => activity.conversations,
  messages: ({ activity }) => activity.messages,
  acts: ({ activity: { votes, supports, ideas, questions, shoutouts } }) =>
    votes + supports + ideas + questions + shoutouts,
  answered: ({ health }) => (health.answered.of === 0 ? undefined : health.answered),
  halfBy: ({ health }) => health.halfBy,
};

/** More is better for all of these: half of the talk by more people is a community, by two it is a show. */
const wished = 'up';
/** Without a usual range: so much more or less is a change, and so many at least. */
const NOTABLE_SHARE = 0.2;
const NOTABLE_COUNT = 3;

/** The share of a part, otherwise the number itself. */
const magnitude = (value: number | Part | undefined): number | undefined =>
  typeof value === 'object' ? (value.of === 0 ? undefined : value.part / value.of) : value;

/** The numbers of a period beside the one before and the usual range of those before that, the latest first. */
export function figuresOf(
  now: Counted,
  past: readonly (Counted | undefined)[],
  { usualOf }: Pick<DigestTools, 'usualOf'>,
): Figure[] {
  const [last] = past;
  return digestNumbers.map((number) => {
    const value = valueOf[number](now);
    const before = last && valueOf[number](last);
    const known = past.flatMap((each) => magnitude(each && valueOf[number](each)) ?? []);
    const usual = usualOf(known);
    const direction = directionOf(magnitude(value), magnitude(before), usual);
    const change = direction && (direction === wished ? 'better' : 'worse');
    return { number, value, before, usual, direction, change };
  });
}

function directionOf(
  value: number | undefined,
  before: number | undefined,
  usual: Figure['usual'],
): Figure['direction'] {
  if (value === undefined) return undefined;
  if (usual) return value > usual.high ? 'up' : value < usual.low ? 'down' : undefined;
  if (before === undefined) return undefined;
  const difference = value - before;
  // A share differs by points of a hundred, a count by people or things.
  const isShare = value <= 1 && before <= 1 && !(Number.isInteger(value) && Number.isInteger(before));
  const least = isShare ? NOTABLE_SHARE / 2 : Math.max(NOTABLE_COUNT, NOTABLE_SHARE * before);
  if (Math.abs(difference) < least) return undefined;
  return difference > 0 ? 'up' : 'down';
}
