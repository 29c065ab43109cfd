import type { APIMessage } from 'discord-api-types/v10';
import { expect } from 'vitest';
import {
  countedAll,
  type DigestTown,
  digestsOf,
  digestTest,
  drawn,
  nextMonday,
  posted,
  reply,
  standing,
  valueOf,
} from '../support/digests.ts';
import { pressId } from '../support/ideas.ts';
import { buttonsOf, textOf } from '../support/messages.ts';
import type { PersonaDriver } from '../support/persona.ts';
import { thank } from '../support/shoutouts.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WEEKS = 12;

/** What the test itself saw people do in a week. */
interface Week {
  messages: number;
  people: Set<string>;
  unanswered: APIMessage[];
}

/** A week of talk: every day somebody asks; on most days somebody else answers. */
async function talk(town: DigestTown, week: number, late: readonly string[]): Promise<Week> {
  const { member, other, german, moderator, newcomer, sandbox } = town;
  const seen: Week = { messages: late.length, people: new Set(late), unanswered: [] };
  const crowd = [member, other, german, moderator, ...(week > 3 ? [newcomer] : [])];
  const says = async (who: PersonaDriver, to?: APIMessage): Promise<APIMessage> => {
    seen.messages += 1;
    seen.people.add(who.id);
    return to ? reply(who, to) : who.say('How do you clean the grinder?', { channel: 'general' });
  };
  for (let day = 0; day < 6; day += 1) {
    sandbox.advance(DAY);
    const asking = crowd[(week + day) % crowd.length]!;
    const question = await says(asking);
    sandbox.advance(5 * 60_000);
    if (day === 5) seen.unanswered.push(question);
    else await says(crowd[(week + day + 1) % crowd.length]!, question);
  }
  await countedAll(town);
  return seen;
}

/** The latest digest in its channel, and what stands behind one of its buttons. */
async function open(town: DigestTown, kind: string) {
  const digest = standing(town).at(-1)!;
  return pressId(town.admin, digest, 'digest-do', String(digestsOf(town).at(-1)!.id), kind);
}

digestTest(
  'twelve weeks of digests: each once, each with what was seen, and what was done about them',
  { timeout: 180_000 },
  async ({ begin }) => {
    const town = await begin();
    const { admin, moderator, member, sandbox } = town;
    expect(digestsOf(town)).toEqual([]);
    const periods: [number, number][] = [];
    /** Who wrote after the digest came: the next one tells of it. */
    const late: string[] = [];
    for (let week = 1; week <= WEEKS; week += 1) {
      const seen = await talk(town, week, late.splice(0));
      await nextMonday(town, 9.01);
      const content = await posted(town, week);
      periods.push([content.period.start, content.period.end]);
      expect(content.period.end - content.period.start).toBe(7);
      expect(valueOf(content, 'messages')).toBe(seen.messages);
      expect(valueOf(content, 'active')).toBe(seen.people.size);
      expect(valueOf(content, 'answered')).toEqual({ part: 5, of: 6 });
      expect(standing(town)).toHaveLength(week);

      // Somebody looks after the one conversation that nobody answered.
      const waiting = content.suggestions.find(({ what }) => what === 'reply-conversations');
      expect(waiting, `a suggestion in week ${week}`).toBeDefined();
      if (week % 2 === 1) {
        const { text } = await open(town, 'reply-conversations');
        expect(text).toContain(`/${seen.unanswered[0]!.id}`);
        await reply(moderator, seen.unanswered[0]!, 'Sorry that you had to wait');
        late.push(moderator.id);
        const answered = `SELECT 1 FROM conversations WHERE message_id = '${seen.unanswered[0]!.id}' AND first_reply_at > 0`;
        await sandbox.until(() => town.stored.all(answered).length === 1);
        expect((await open(town, 'reply-conversations')).text).not.toContain(`/${seen.unanswered[0]!.id}`);
      }
      if (week > 1) {
        const followed = content.followed.find(({ kind }) => kind === 'reply-conversations');
        expect(followed, `what became of week ${week - 1}`).toMatchObject(
          week % 2 === 0 ? { done: 1, of: 1, takenBy: admin.id } : { done: 0, of: 1 },
        );
      }
    }
    // One for each week, without a gap.
    expect(periods.slice(1).map(([start], index) => start - periods[index]![1])).toEqual(
      Array(WEEKS - 1).fill(0),
    );
    expect(digestsOf(town).map(({ kind, status }) => `${kind} ${status}`)).toEqual(
      Array(WEEKS).fill('scheduled posted'),
    );

    // The post is readable, has its pictures with words for them, and explains its numbers.
    const last = standing(town).at(-1)!;
    expect(textOf(last)).toContain('Are people treated well?');
    const pictures = JSON.stringify(last.components);
    expect(last.attachments.map(({ filename }) => filename).toSorted()).toEqual(['hours.png', 'trend.png']);
    expect(pictures).toContain('A chart of people active in the last 12 periods');
    expect((await pressId(moderator, last, 'digest-explain')).text).toContain('People active');
    expect((await pressId(moderator, last, 'digest-table')).text).toContain('2026');

    // Thanks, from the digest to the card.
    const thanking = buttonsOf(last).find(({ customId }) => customId?.endsWith(':thank'));
    expect(thanking?.label).toContain('Thank');
    await thank(admin, moderator, 'Answered what nobody had answered');
    await sandbox.until(() => town.stored.all('SELECT 1 FROM shoutouts').length === 1);

    // What staff can ask for besides.
    expect((await admin.slash('digest history')).text).toContain('Page 1 of 2');
    const { reply: files } = await admin.slash('digest export');
    expect(new Set(files!.attachments.map(({ filename }) => filename.split('.').at(-1)))).toEqual(
      new Set(['csv', 'json']),
    );
    await expect(member.slash('digest preview')).rejects.toThrow('Missing Permissions');
    const preview = await drawn(town, admin, await admin.slash('digest preview'));
    expect(textOf(preview)).toContain('People active');
    await admin.slash('digest now', {}, { channel: 'staff' });
    await sandbox.until(
      () => digestsOf(town).at(-1)?.status === 'posted' && standing(town).length === WEEKS + 1,
    );
    expect(digestsOf(town).at(-1)).toMatchObject({ kind: 'extra' });
  },
);
