import type { APIMessage } from 'discord-api-types/v10';
import { test } from 'vitest';
import type { DigestContent, DigestNumber } from '../../src/features/digest/model.ts';
import { endStage, markedToken, type Stored, storedIn } from './faults.ts';
import { pressId } from './ideas.ts';
import { isEphemeral, partsOf } from './messages.ts';
import type { Outcome } from './outcome.ts';
import type { PersonaDriver } from './persona.ts';
import { STAFF_CHANNEL, startThanks, type ThanksTown } from './shoutouts.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** Mondays are counted from this one on. */
const MONDAY = 4;

export type DigestTown = ThanksTown & { readonly stored: Stored };

export interface StoredDigest {
  id: number;
  guild_id: string;
  kind: string;
  status: string;
  start_day: number;
  end_day: number;
  due_in: string | null;
  content: string | null;
  message_id: string | null;
}

/** A test whose bot posts digests for staff every Monday at nine, and is held to what must be true after any fault. */
export const digestTest = test.extend<{
  begin: (options?: Parameters<typeof startThanks>[0]) => Promise<DigestTown>;
}>({
  async begin({ onTestFinished }, use) {
    await use(async (options = {}) => {
      const town = await startThanks({ botToken: markedToken, ...options });
      const stored = storedIn(town.config.databasePath);
      const stage = Object.assign(Object.create(town) as ThanksTown, { stored });
      onTestFinished(() => endStage(stage));
      await nextMonday(stage, 10);
      await scheduleIn(stage, STAFF_CHANNEL);
      return stage;
    });
  },
});

export async function scheduleIn({ admin }: Pick<DigestTown, 'admin'>, channelId: string): Promise<string> {
  const { reply } = await admin.slash('digest schedule');
  const select = partsOf(reply!).find((part) => String(part['custom_id']).startsWith('digest-channel'));
  return (await admin.choose(reply!, String(select!['custom_id']), [channelId])).text;
}

/** Forward to the next Monday, so many hours after midnight (UTC). */
export async function nextMonday({ sandbox }: Pick<DigestTown, 'sandbox'>, hours: number): Promise<void> {
  const now = sandbox.clock.now();
  const today = Math.floor(now / DAY);
  const since = (((today - MONDAY) % 7) + 7) % 7;
  const at = (today - since) * DAY + hours * HOUR;
  sandbox.advance((at > now ? at : at + 7 * DAY) - now);
  await countedAll({ sandbox });
}

/** What the bot holds in memory is written within a second. */
export async function countedAll({ sandbox }: Pick<DigestTown, 'sandbox'>): Promise<void> {
  const from = performance.now();
  await sandbox.until(() => performance.now() - from > 1_300);
}

export const digestsOf = ({ stored }: Pick<DigestTown, 'stored'>): StoredDigest[] =>
  stored.all<StoredDigest>('SELECT * FROM digests ORDER BY id');

/** Digests that stand in the staff channel, oldest first. */
export const standing = (
  { admin }: Pick<DigestTown, 'admin'>,
  channel: string = STAFF_CHANNEL,
): APIMessage[] =>
  admin
    .messages(channel)
    .filter(
      (message) => !isEphemeral(message) && JSON.stringify(message.components).includes('digest-table'),
    );

/** Waits until so many digests are posted, and resolves with what the latest says. */
export async function posted(town: DigestTown, count: number): Promise<DigestContent> {
  const latest = await town.sandbox.until(() => {
    const all = digestsOf(town).filter(({ status }) => status === 'posted');
    return all.length >= count ? all.at(-1) : undefined;
  }, 20_000);
  return JSON.parse(latest.content!) as DigestContent;
}

export const valueOf = ({ figures }: DigestContent, wanted: DigestNumber): unknown =>
  figures.find(({ number }) => number === wanted)?.value;

/** An answer as it is once its pictures are there, which takes longer than a client shows that somebody thinks. */
export function drawn(
  { sandbox }: Pick<DigestTown, 'sandbox'>,
  who: PersonaDriver,
  asked: Outcome,
): Promise<APIMessage> {
  return sandbox.until(() => {
    const now = who.look(asked.reply);
    return now && now.attachments.length > 0 ? now : undefined;
  });
}

export async function reply(
  who: PersonaDriver,
  to: APIMessage,
  words = 'I know that one',
): Promise<APIMessage> {
  const { status, body } = await who.api<APIMessage>('POST', `/channels/${to.channel_id}/messages`, {
    content: words,
    message_reference: { message_id: to.id },
  });
  if (status !== 200) throw new Error(`the answer was refused: ${status} ${JSON.stringify(body)}`);
  return body;
}

/** Presses a suggestion on the latest digest; resolves with what only the presser sees. */
export function openSuggestion(town: DigestTown, who: PersonaDriver, kind: string): Promise<Outcome> {
  return pressId(who, standing(town).at(-1)!, 'digest-do', String(digestsOf(town).at(-1)!.id), kind);
}

/** Presses what is to be done about one thing of a suggestion. */
export function openThing(who: PersonaDriver, list: Outcome, kind: string): Promise<Outcome> {
  if (!list.reply) throw new Error(`nothing to press: ${list.result}`);
  return pressId(who, list.reply, 'digest-thing', kind);
}
