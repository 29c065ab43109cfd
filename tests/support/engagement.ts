import type { APIMessage } from 'discord-api-types/v10';
import type { Stored } from './faults.ts';
import type { PersonaDriver } from './persona.ts';
import type { TestSandbox } from './sandbox.ts';

interface Bot {
  sandbox: TestSandbox;
  stored: Stored;
}

const kinds = ['messages', 'replies', 'reactions', 'threads'] as const;
type Counts = Partial<Record<(typeof kinds)[number], number>>;

/** What is counted, by member and channel; what is 0 is left out. */
export function countedBy({ stored }: Pick<Bot, 'stored'>): Record<string, Counts> {
  const rows = stored.all<{ who: string } & Required<Counts>>(
    `SELECT user_id || ' ' || channel_id AS who, ${kinds.map((kind) => `sum(${kind}) AS ${kind}`).join(', ')}
     FROM activity GROUP BY 1 ORDER BY 1`,
  );
  return Object.fromEntries(
    rows.map(({ who, ...counts }) => [
      who,
      Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)),
    ]),
  );
}

/** All messages that are counted. */
export const countedMessages = ({ stored }: Pick<Bot, 'stored'>): number =>
  stored.all<{ n: number | null }>('SELECT sum(messages) AS n FROM activity')[0]?.n ?? 0;

/** Resolves once so many messages are counted, or more, and nothing waits to be read from the history. */
export async function untilCounted(bot: Bot, messages: number): Promise<void> {
  const gaps = () => bot.stored.all('SELECT * FROM activity_marks WHERE gap_to IS NOT NULL');
  const isDone = () => countedMessages(bot) >= messages && gaps().length === 0;
  try {
    await bot.sandbox.until(isDone, 40_000);
  } catch (error) {
    const state = JSON.stringify({ counted: countedMessages(bot), wanted: messages, gaps: gaps() });
    throw new Error(`not everything is counted: ${state}`, { cause: error });
  }
}

/** Resolves once the server is counted at all. */
export const untilBegun = ({ sandbox, stored }: Bot): Promise<unknown> =>
  sandbox.until(() => stored.all('SELECT 1 FROM counting').length > 0);

export async function answer(
  person: PersonaDriver,
  to: Pick<APIMessage, 'id' | 'channel_id'>,
): Promise<APIMessage> {
  const { status, body } = await person.api<APIMessage>('POST', `/channels/${to.channel_id}/messages`, {
    content: 'an answer',
    message_reference: { message_id: to.id },
  });
  if (status !== 200) throw new Error(`the answer was refused: ${status} ${JSON.stringify(body)}`);
  return body;
}

/** Says something so many times in turn; resolves with the last message. */
export async function sayOften(
  person: PersonaDriver,
  count: number,
  channel = 'general',
): Promise<APIMessage> {
  let last = await person.say('again', { channel });
  for (let index = 1; index < count; index += 1) last = await person.say('again', { channel });
  return last;
}
