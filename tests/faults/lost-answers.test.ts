import { describe, expect } from 'vitest';
import type { FaultAction } from '../../src/sandbox/faults.ts';
import { faultTest, publish, type Stage, untilShown } from '../support/faults.ts';
import { pollForm } from '../support/hearth.ts';
import { textOf } from '../support/messages.ts';

const callback = '/interactions/:interaction_id/:interaction_token/callback';
const messages = '/channels/:channel_id/messages';
const day = 86_400_000;

/** What can happen to one request. */
const faults: [string, FaultAction][] = [
  ['is reset after it was applied', { kind: 'drop-after', how: 'reset' }],
  ['is closed after it was applied', { kind: 'drop-after', how: 'fin' }],
  ['is reset before it was applied', { kind: 'drop-before', how: 'reset' }],
  ['is closed before it was applied', { kind: 'drop-before', how: 'fin' }],
  ['is a 500', { kind: 'status', status: 500 }],
  ['is a 502 in HTML', { kind: 'status', status: 502, body: '<html>Bad gateway</html>' }],
  ['hangs before it is applied', { kind: 'hang', ms: 1_700 }],
  ['comes late', { kind: 'delay', ms: 1_700 }],
  ['is a rate limit', { kind: 'rate-limit', retry_after: 0.2 }],
];

const publicPosts = ({ sandbox }: Stage) =>
  sandbox.channel('general').messages.map(({ message }) => textOf(message));

/** The preview of a poll that is ready to be published. */
async function previewed({ sandbox }: Stage) {
  const admin = sandbox.persona('admin');
  const { modal } = await admin.slash('poll create');
  const { reply } = await admin.submitModal(modal, pollForm);
  if (!reply) throw new Error('there is no preview');
  return { admin, reply };
}

describe('when the answer to a press', () => {
  faultTest.concurrent.for(faults)(
    '%s, there is one vote and one kind word',
    async ([, action], { stage }) => {
      const bot = await stage();
      const { sandbox, stored } = bot;
      const member = sandbox.persona('member');
      const message = await publish(bot, sandbox.persona('admin'));
      expect(stored.votes()).toEqual(new Map());

      const rule = sandbox.faults.add({ match: { route: callback }, action });
      const { result, text, replies } = await member.press(message, 'Kenya');
      expect(rule.hits).toBe(1);
      expect(result).toBe('success');
      expect(text).toContain('Your vote: **Kenya AA**');
      expect(replies).toHaveLength(1);
      expect(stored.votes()).toEqual(new Map([[member.id, '0']]));
      expect(await untilShown(bot, member, message)).toEqual([1, 0, 0]);
      expect((await member.press(message, 'Brazil')).text).toContain('Your vote: **Brazil Santos**');
      expect(stored.votes()).toEqual(new Map([[member.id, '2']]));
      expect(bot.complaints).toEqual([]);
    },
  );
});

describe('when the answer to Publish', () => {
  faultTest.concurrent.for(faults.filter(([, { kind }]) => kind !== 'status'))(
    '%s, there is one poll',
    async ([, action], { stage }) => {
      const bot = await stage();
      const { sandbox, stored } = bot;
      const { admin, reply } = await previewed(bot);
      expect(stored.polls()).toEqual([]);

      sandbox.faults.add({ match: { route: callback }, action });
      expect((await admin.press(reply, 'Publish')).text).toContain('Published');
      await sandbox.until(() => stored.polls()[0]?.message_id);
      expect(stored.polls()).toHaveLength(1);
      expect(publicPosts(bot)).toHaveLength(1);
      expect(bot.complaints).toEqual([]);
    },
  );
});

const postFaults: [string, FaultAction][] = [
  // Longer than the ten seconds after which the bot gives a request up.
  ['hangs until it was given up', { kind: 'hang', ms: 10_300 }],
  ['is reset after it was applied', { kind: 'drop-after', how: 'reset' }],
  ['is closed after it was applied', { kind: 'drop-after', how: 'fin' }],
  ['is reset before it was applied', { kind: 'drop-before' }],
  ['is answered with a 502', { kind: 'status', status: 502 }],
  ['meets a rate limit', { kind: 'rate-limit', retry_after: 0.3 }],
];

describe('when the post', () => {
  faultTest.concurrent.for(postFaults)(
    'of a poll %s, the channel sees it once',
    async ([, action], { stage }) => {
      const bot = await stage();
      const { sandbox, stored } = bot;
      const { admin, reply } = await previewed(bot);
      const rule = sandbox.faults.add({ match: { method: 'POST', route: messages }, action });
      await admin.press(reply, 'Publish');
      await sandbox.until(() => stored.polls()[0]?.message_id, 25_000);
      expect(rule.hits).toBe(1);
      // What hung is applied after all.
      if (action.kind === 'hang') await sandbox.until(() => bot.posts().length >= 2, 25_000);
      expect(publicPosts(bot)).toHaveLength(1);
      expect(stored.polls()[0]?.message_id).toBe(sandbox.channel('general').messages[0]?.message.id);
    },
  );

  faultTest.concurrent.for(postFaults)(
    'of a result %s, it stands there once',
    async ([, action], { stage }) => {
      const bot = await stage();
      const { sandbox, stored } = bot;
      const message = await publish(bot, sandbox.persona('admin'));
      await sandbox.persona('member').press(message, 'Kenya');
      expect(publicPosts(bot)).toHaveLength(1);
      const rule = sandbox.faults.add({ match: { method: 'POST', route: messages }, action });
      sandbox.advance(2 * day + 1_000);
      await sandbox.until(() => stored.polls()[0]?.finished_at, 25_000);
      expect(rule.hits).toBe(1);
      if (action.kind === 'hang') await sandbox.until(() => bot.posts().length >= 3, 25_000);
      expect(publicPosts(bot).filter((text) => text.includes('is closed'))).toHaveLength(1);
      expect(publicPosts(bot)).toHaveLength(2);
    },
  );
});
