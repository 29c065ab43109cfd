import { PermissionFlagsBits } from 'discord-api-types/v10';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CallbackOutcome } from '../../src/discord/callbacks.ts';
import { customId, integer } from '../../src/discord/custom-id.ts';
import { type ChatCommand, type Command, defineCommand } from '../../src/discord/define-command.ts';
import { type ComponentHandler, defineComponent } from '../../src/discord/define-component.ts';
import type { Ack, Call, Reply } from '../../src/discord/interaction.ts';
import { router } from '../../src/discord/router.ts';
import { text } from '../../src/discord/ui.ts';
import { systemRandom } from '../../src/platform/random.ts';
import { UserError } from '../../src/shared/user-error.ts';
import { inDirectMessage, interaction, manualTime, memoryLog } from './support.ts';

const pressId = customId('test.press', 1, { row: integer });
const said = (words: string): Reply => ({
  kind: 'reply',
  ephemeral: true,
  body: { components: [text(words)] },
});
const updated: Reply = { kind: 'update', body: { components: [text('new tally')] } };
const dialog: Reply = {
  kind: 'modal',
  modal: { custom_id: 'test.press:v1:1', title: 'Ask', components: [] },
};

class StorageError extends Error {
  readonly failure: string;
  constructor(failure: string) {
    super(`the database could not save (${failure}): SELECT secret FROM votes`);
    this.name = 'StorageError';
    this.failure = failure;
  }
}

type Run = (call: Call, fields?: { row: number }) => Reply | Promise<Reply>;

function pressing(
  run: Run,
  more: { ack?: Ack; requires?: bigint; kind?: 'button' | 'select' | 'modal' } = {},
) {
  const { ack = 'now', kind = 'button', requires } = more;
  const handler = defineComponent({ kind, id: pressId, ack, run, ...(requires ? { requires } : {}) });
  return bot({ components: [handler] });
}

/** A router with everything that it told Discord. */
function bot(parts: {
  commands?: Command[];
  components?: ComponentHandler[];
  onUse?: (guildId: string, userId: string) => void;
}) {
  const time = manualTime();
  const { log, lines } = memoryLog();
  const told: { route: string; content: string; flags?: number; type?: number }[] = [];
  const outcomes: CallbackOutcome[] = [];
  const note = (route: string, data: unknown, type?: number) => {
    const { components = [], flags } = (data ?? {}) as {
      components?: { content?: string }[];
      flags?: number;
    };
    const content = components.map((part) => part.content ?? '').join('');
    told.push({ route, content, ...(flags === undefined ? {} : { flags }), ...(type ? { type } : {}) });
  };
  const ok = { ok: true, value: undefined } as const;
  const made = router({
    commands: parts.commands ?? [],
    components: parts.components ?? [],
    callbacks: {
      async send(_interaction, response) {
        note('callback', 'data' in response ? response.data : undefined, response.type);
        return outcomes.shift() ?? { kind: 'answered' };
      },
    },
    followUps: {
      async editOriginal(_interaction, body) {
        note('edit', body);
        return ok;
      },
      async deleteOriginal() {
        note('delete', undefined);
        return ok;
      },
      async send(_interaction, body, { ephemeral }) {
        note(ephemeral ? 'private message' : 'message', body);
        return ok;
      },
    },
    clock: time.clock,
    timers: time.timers,
    random: systemRandom,
    log,
    localeOf: () => 'de',
    ...(parts.onUse && { onUse: parts.onUse }),
  });
  return {
    ...made,
    ...time,
    told,
    lines,
    outcomes,
    handled: () => lines.filter(({ msg }) => msg === 'handled'),
  };
}

describe('a press', () => {
  test('reaches the handler of its name with its fields and is answered with what the handler returns', async () => {
    const calls: unknown[] = [];
    const hearth = pressing(({ actor, guildId, channelId, t, guildT }, fields) => {
      calls.push({ actor, guildId, channelId, fields, locales: [t.locale, guildT.locale] });
      return updated;
    });
    await hearth.route(interaction());
    expect(calls).toEqual([
      {
        actor: {
          userId: '80351110224678912',
          displayName: 'Nia the barista',
          roleIds: ['41771983423143002'],
          permissions: 0n,
        },
        guildId: '41771983423143000',
        channelId: '41771983423143001',
        fields: { row: 7 },
        locales: ['en', 'de'],
      },
    ]);
    expect(hearth.told).toEqual([{ route: 'callback', content: 'new tally', flags: 32_768, type: 7 }]);
    expect(hearth.handled()).toMatchObject([
      {
        kind: 'button',
        name: 'test.press:v1',
        outcome: 'done',
        delivery: 'answered',
        guild: '41771983423143000',
      },
    ]);
    expect(JSON.stringify(hearth.lines)).not.toMatch(/token|80351110224678912/u);
  });

  test('that the gateway delivers twice has one effect and one answer', async () => {
    let runs = 0;
    const hearth = pressing(() => {
      runs += 1;
      return updated;
    });
    const press = interaction();
    await Promise.all([hearth.route(press), hearth.route(press)]);
    await hearth.route(press);
    expect(runs).toBe(1);
    expect(hearth.told).toHaveLength(1);
  });

  test('tells once who used the bot; one in a direct message tells nothing', async () => {
    const users: string[] = [];
    const handler = defineComponent({ kind: 'button', id: pressId, ack: 'now', run: () => updated });
    const hearth = bot({
      components: [handler],
      onUse: (guildId, userId) => users.push(`${guildId} ${userId}`),
    });
    const press = interaction();
    await hearth.route(press);
    await hearth.route(press);
    await hearth.route(interaction(inDirectMessage));
    expect(users).toEqual(['41771983423143000 80351110224678912']);
  });

  test.each([
    'test.press:v2:7',
    'test.press:v1',
    'test.press:v1:7:8',
    'test.press:v1:-1',
    'unknown:v1:7',
    '../../etc/passwd',
    '__proto__:v1',
    'constructor',
    '🔥'.repeat(40),
    '',
  ])('with the custom id %j is told that it is out of date', async (custom_id) => {
    const hearth = pressing(() => updated);
    await hearth.route(interaction({ data: { component_type: 2, custom_id } }));
    expect(hearth.told).toHaveLength(1);
    expect(hearth.told[0]).toMatchObject({ type: 4, flags: 64 | 32_768 });
    expect(hearth.told[0]?.content).toMatch(/out of date/u);
  });

  test('on a menu does not reach a button of the same name', async () => {
    const hearth = pressing(() => updated);
    await hearth.route(
      interaction({ data: { component_type: 3, custom_id: 'test.press:v1:7', values: ['x'] } }),
    );
    expect(hearth.told[0]?.content).toMatch(/out of date/u);
  });

  test('needs its permission at every press, by what Discord says in that very press', async () => {
    const hearth = pressing(() => updated, { requires: PermissionFlagsBits.ManageGuild });
    const member = (permissions: bigint) => ({
      member: { user: { id: '1', username: 'x' }, roles: [], permissions: String(permissions) },
    });
    await hearth.route(interaction(member(PermissionFlagsBits.SendMessages)));
    await hearth.route(interaction(member(PermissionFlagsBits.ManageGuild)));
    await hearth.route(interaction(member(PermissionFlagsBits.Administrator)));
    expect(hearth.told.map(({ content }) => content)).toEqual([
      'For this you need the permission **Manage Server** here. A server admin can give it to you.',
      'new tally',
      'new tally',
    ]);
  });
});

describe('10,000 forged custom ids', () => {
  test('get one private answer each, run nothing beyond what they say, and log no error', async () => {
    const rows: number[] = [];
    const hearth = pressing((_, fields) => {
      rows.push(fields?.row ?? -1);
      return updated;
    });
    const forged = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 100 }),
      fc
        .tuple(
          fc.constantFrom('test.press', 'test', '__proto__', '..', 'toString'),
          fc.constantFrom('v1', 'v0', 'v01', ''),
          fc.oneof(
            fc.integer().map(String),
            fc.constantFrom("1' OR '1'='1", '{"$gt":0}', '../../x', '1:2', ''),
          ),
        )
        .map((parts) => parts.join(':')),
    );
    let sent = 0;
    const property = fc.asyncProperty(forged, async (custom_id) => {
      sent += 1;
      const ran = rows.length;
      await hearth.route(interaction({ data: { component_type: 2, custom_id } }));
      expect(hearth.told).toHaveLength(sent);
      if (rows.length > ran) expect(custom_id).toBe(`test.press:v1:${rows.at(-1)}`);
      else expect(hearth.told.at(-1)).toMatchObject({ type: 4, flags: 64 | 32_768 });
    });
    await fc.assert(property, { numRuns: 10_000 });
    expect(rows.length).toBeGreaterThan(0);
    expect(hearth.lines.filter(({ level }) => Number(level) >= 40)).toEqual([]);
  });
});

describe('outside a server', () => {
  const chat: ChatCommand = defineCommand({
    type: 'chat',
    data: { name: 'poll', description: 'x' },
    handlers: { '': { ack: 'now', run: () => updated, autocomplete: () => [{ name: 'a', value: 'a' }] } },
  });
  const kinds = {
    'a command': { type: 2, data: { id: '1', type: 1, name: 'poll' }, message: undefined },
    'a context menu': {
      type: 2,
      data: { id: '1', type: 3, name: 'Make a poll', target_id: '1' },
      message: undefined,
    },
    'a button': {},
    'a select': { data: { component_type: 3, custom_id: 'test.press:v1:7', values: [] } },
    'a dialog': { type: 5, data: { custom_id: 'test.press:v1:7', components: [] } },
  };

  test.each(Object.entries(kinds))('%s gets one friendly private answer', async (_, over) => {
    const hearth = bot({ commands: [chat] });
    await hearth.route(interaction({ ...over, ...inDirectMessage }));
    expect(hearth.told).toEqual([
      expect.objectContaining({
        type: 4,
        flags: 64 | 32_768,
        content: expect.stringMatching(/inside a server/u),
      }),
    ]);
    expect(hearth.lines.filter(({ level }) => Number(level) >= 50)).toEqual([]);
  });

  test('autocomplete offers nothing', async () => {
    const hearth = bot({ commands: [chat] });
    await hearth.route(
      interaction({ type: 4, data: { type: 1, name: 'poll', options: [] }, ...inDirectMessage }),
    );
    expect(hearth.told).toEqual([{ route: 'callback', content: '', type: 8 }]);
  });

  test('the words are in the presser’s language', async () => {
    const hearth = pressing(() => updated);
    await hearth.route(interaction({ ...inDirectMessage, locale: 'de' }));
    await hearth.route(interaction({ ...inDirectMessage, locale: 'ja' }));
    expect(hearth.told[0]?.content).toMatch(/Server/u);
    expect(hearth.told[0]?.content).not.toBe(hearth.told[1]?.content);
    expect(hearth.told[1]?.content).toMatch(/inside a server/u);
  });
});

describe('when something goes wrong', () => {
  const failures: [string, () => Reply | Promise<Reply>][] = [
    ['thrown at once', () => throwing(new TypeError('cannot read /srv/secret of undefined'))],
    ['thrown later', async () => throwing(new TypeError('cannot read /srv/secret of undefined'))],
  ];
  function throwing(error: Error): never {
    throw error;
  }

  test.each(failures)('a mistake in the code, %s, gives a code that the log repeats', async (_, run) => {
    const hearth = pressing(run);
    await hearth.route(interaction());
    const reference = /`([0-9A-Z]{8})`/u.exec(hearth.told[0]?.content ?? '')?.[1];
    expect(reference).toBeDefined();
    expect(hearth.told[0]?.content).not.toMatch(/secret|TypeError|at /u);
    expect(hearth.lines).toContainEqual(expect.objectContaining({ reference, msg: 'handler failed' }));
    expect(hearth.handled()).toMatchObject([{ outcome: 'failed', code: reference }]);
  });

  test.each([
    ['busy', /nothing was changed. Please try again/u],
    ['full', /out of storage/u],
  ])('storage that is %s is said in words', async (failure, words) => {
    const hearth = pressing(() => Promise.reject(new StorageError(failure)));
    await hearth.route(interaction());
    expect(hearth.told).toHaveLength(1);
    expect(hearth.told[0]?.content).toMatch(words);
    expect(hearth.told[0]?.content).not.toMatch(/SELECT/u);
    expect(hearth.handled()).toMatchObject([{ outcome: 'storage', code: failure }]);
  });

  test('a refusal is said in the presser’s language and is no error', async () => {
    const hearth = pressing(() => throwing(new UserError('kit.refusals.rateLimited', { seconds: 1 })));
    await hearth.route(interaction());
    expect(hearth.told[0]?.content).toMatch(/in 1 second/u);
    expect(hearth.handled()).toMatchObject([{ outcome: 'refused', code: 'kit.refusals.rateLimited' }]);
    expect(hearth.lines.filter(({ level }) => Number(level) >= 40)).toEqual([]);
  });

  test('a refusal without words still gets an answer', async () => {
    const hearth = pressing(() => throwing(new UserError('no.such.key')));
    await hearth.route(interaction());
    expect(hearth.told[0]?.content).toMatch(/something went wrong/u);
  });

  test('a view that Discord refuses is replaced by words', async () => {
    const hearth = pressing(() => updated);
    hearth.outcomes.push({ kind: 'refused', reason: 'Invalid Form Body (400, code 50035)' });
    await hearth.route(interaction());
    expect(hearth.told.map(({ content }) => content)).toEqual([
      'new tally',
      expect.stringMatching(/went wrong/u),
    ]);
  });

  test.each(['late', 'already'] as const)(
    'an answer that came %s is no reason for a second one',
    async (kind) => {
      const hearth = pressing(() => updated);
      hearth.outcomes.push({ kind });
      await hearth.route(interaction());
      expect(hearth.told).toHaveLength(1);
      expect(hearth.handled()).toMatchObject([{ outcome: 'done', delivery: kind }]);
      expect(hearth.lines.filter(({ level }) => Number(level) >= 40)).toEqual([]);
    },
  );
});

describe('a handler that takes its time', () => {
  function slowly() {
    let settle = { resolve: (_reply: Reply) => {}, reject: (_error: Error) => {} };
    const reply = new Promise<Reply>((resolve, reject) => {
      settle = { resolve, reject };
    });
    return { run: () => reply, settle: () => settle };
  }

  test('is deferred before the 3 seconds are over, and its update edits the message', async () => {
    const { run, settle } = slowly();
    const hearth = pressing(run);
    const done = hearth.route(interaction());
    await hearth.advance(2200);
    expect(hearth.told).toEqual([]);
    await hearth.advance(200);
    expect(hearth.told).toEqual([{ route: 'callback', content: '', type: 6 }]);
    settle().resolve(updated);
    await done;
    expect(hearth.told[1]).toMatchObject({ route: 'edit', content: 'new tally' });
    expect(hearth.handled()).toMatchObject([{ slow: true, outcome: 'done', delivery: 'answered' }]);
  });

  test('tells the presser alone when nothing could be saved in the end', async () => {
    const { run, settle } = slowly();
    const hearth = pressing(run);
    const done = hearth.route(interaction());
    await hearth.advance(2400);
    settle().reject(new StorageError('busy'));
    await done;
    expect(hearth.told.slice(1)).toEqual([
      { route: 'private message', content: expect.stringMatching(/nothing was changed/u) },
    ]);
  });

  test('of a command shows "thinking" to its user, and the answer takes that place', async () => {
    const { run, settle } = slowly();
    const command = defineCommand({
      type: 'chat',
      data: { name: 'poll', description: 'x' },
      handlers: { list: { ack: 'now', run } },
    });
    const hearth = bot({ commands: [command] });
    const options = [{ type: 1, name: 'list', options: [] }];
    const done = hearth.route(
      interaction({ type: 2, data: { type: 1, name: 'poll', options }, message: undefined }),
    );
    await hearth.advance(2400);
    settle().resolve(said('your polls'));
    await done;
    expect(hearth.told).toEqual([
      { route: 'callback', content: '', type: 5, flags: 64 },
      { route: 'edit', content: 'your polls' },
    ]);
    expect(hearth.handled()).toMatchObject([{ kind: 'command', name: 'poll list' }]);
  });

  test('can no longer open a dialog, and says so', async () => {
    const { run, settle } = slowly();
    const hearth = pressing(run);
    const done = hearth.route(interaction());
    await hearth.advance(2400);
    settle().resolve(dialog);
    await done;
    expect(hearth.told[1]).toMatchObject({
      route: 'private message',
      content: expect.stringMatching(/too long/u),
    });
  });

  test('leaves no timer behind when it is quick', async () => {
    const hearth = pressing(async () => updated);
    await hearth.route(interaction());
    expect(hearth.pending()).toBe(0);
  });
});

describe('a declared deferral', () => {
  test.each([
    ['defer-ephemeral', { type: 5, flags: 64 }, said('done'), { route: 'edit', content: 'done' }],
    ['defer-public', { type: 5 }, said('done'), { route: 'edit', content: 'done' }],
    ['defer-update', { type: 6 }, updated, { route: 'edit', content: 'new tally' }],
    ['defer-update', { type: 6 }, said('noted'), { route: 'private message', content: 'noted' }],
  ] as const)('%s comes first, then the answer', async (ack, deferral, reply, answer) => {
    const order: string[] = [];
    const hearth = pressing(
      async () => {
        order.push(`ran after ${hearth.told.length}`);
        return reply;
      },
      { ack },
    );
    await hearth.route(interaction());
    expect(order).toEqual(['ran after 1']);
    expect(hearth.told).toEqual([{ route: 'callback', content: '', ...deferral }, answer]);
  });

  test('for everybody to see does not show a refusal to everybody', async () => {
    const hearth = pressing(() => Promise.reject(new UserError('kit.refusals.outOfDate')), {
      ack: 'defer-public',
    });
    await hearth.route(interaction());
    expect(hearth.told.map(({ route }) => route)).toEqual(['callback', 'delete', 'private message']);
  });

  test('that came too late starts no work', async () => {
    let runs = 0;
    const hearth = pressing(
      () => {
        runs += 1;
        return updated;
      },
      { ack: 'defer-update' },
    );
    hearth.outcomes.push({ kind: 'late' });
    await hearth.route(interaction());
    expect(runs).toBe(0);
    expect(hearth.told).toHaveLength(1);
  });
});

describe('autocomplete', () => {
  const typing = { type: 4, message: undefined, data: { type: 1, name: 'poll', options: [] } };
  const offering = (
    choices: () => { name: string; value: string }[] | Promise<{ name: string; value: string }[]>,
  ) =>
    bot({
      commands: [
        defineCommand({
          type: 'chat',
          data: { name: 'poll', description: 'x' },
          handlers: { '': { ack: 'now', run: () => updated, autocomplete: choices } },
        }),
      ],
    });

  test('that fails or hangs offers nothing, without an error for the member', async () => {
    const failing = offering(() => Promise.reject(new Error('broken')));
    await failing.route(interaction(typing));
    expect(failing.told).toEqual([{ route: 'callback', content: '', type: 8 }]);
    const hanging = offering(() => new Promise(() => {}));
    const done = hanging.route(interaction(typing));
    await hanging.advance(2000);
    await done;
    expect(hanging.told).toEqual([{ route: 'callback', content: '', type: 8 }]);
  });
});

describe('the router as a whole', () => {
  test('refuses two handlers for the same name', () => {
    const handler = defineComponent({ kind: 'button', id: pressId, ack: 'now', run: () => updated });
    expect(() => bot({ components: [handler, handler] })).toThrow(/two handlers for button test.press:v1/u);
  });

  test('says that a command is gone', async () => {
    const hearth = bot({});
    await hearth.route(interaction({ type: 2, data: { type: 1, name: 'old' }, message: undefined }));
    await hearth.route(interaction({ type: 2, data: { type: 3, name: 'toString' }, message: undefined }));
    for (const { content } of hearth.told) expect(content).toMatch(/do not know this command/u);
  });

  test('waits for what is under way when it closes, takes nothing new, and does not wait for ever', async () => {
    let finish = (_reply: Reply) => {};
    const hearth = pressing(
      () =>
        new Promise<Reply>((resolve) => {
          finish = resolve;
        }),
    );
    const first = hearth.route(interaction());
    let closed = false;
    const closing = hearth.close(5000).then(() => {
      closed = true;
    });
    await hearth.route(interaction());
    await hearth.advance(100);
    expect(closed).toBe(false);
    expect(hearth.told).toEqual([]);
    finish(updated);
    await Promise.all([first, closing]);
    expect(hearth.told).toHaveLength(1);

    const stuck = pressing(() => new Promise<Reply>(() => {}));
    void stuck.route(interaction());
    const end = stuck.close(5000);
    await stuck.advance(5000);
    await end;
  });
});
