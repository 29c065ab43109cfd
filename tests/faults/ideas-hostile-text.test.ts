import type { APIMessage } from 'discord-api-types/v10';
import { expect } from 'vitest';
import { ideaLimits } from '../../src/features/ideas/model.ts';
import { checkBodies } from '../support/conformance.ts';
import { parseCsv } from '../support/csv.ts';
import { everythingSaid, sleep } from '../support/faults.ts';
import { forge } from '../support/forge.ts';
import { filled, messageIn, nasty } from '../support/hostile.ts';
import { type IdeaStage, ideasOf, ideaTest } from '../support/idea-stage.ts';
import { offers, panelOf, pressId } from '../support/ideas.ts';
import { buttonsOf } from '../support/messages.ts';
import type { Outcome } from '../support/outcome.ts';
import type { PersonaDriver } from '../support/persona.ts';

/** Fills all of a form with it and hands it in, whatever comes of it. */
async function fill(person: PersonaDriver, opened: Outcome, text: string): Promise<Outcome> {
  const answered = await person.submitModal(opened.modal, filled(opened, text));
  expect(answered.result).toBe('success');
  return answered;
}

/** The card of the idea with this id. */
const cardOf = ({ sandbox, owner, stored }: IdeaStage, id: number): Promise<APIMessage> =>
  sandbox.until(() => {
    const idea = ideasOf({ stored }).find((one) => one.id === id);
    return idea?.channel_id
      ? owner.messages(idea.channel_id).find((one) => one.id === idea.message_id)
      : undefined;
  }, 15_000);

/** An idea of such words, and all that can be said about it; nothing where they are no idea. */
async function byEveryForm(town: IdeaStage, text: string): Promise<void> {
  const { member, other, owner, admin } = town;
  const words = text.slice(0, 60).trim().padEnd(2, '-');
  await other.slash('idea search', { words });
  await other.slash('idea show', { idea: words });
  expect(await other.autocomplete('idea show', 'idea', words)).toBeInstanceOf(Array);
  const known = ideasOf(town).length;
  const preview = await fill(member, await member.slash('idea submit'), text);
  if (!offers(preview.reply, 'idea-draft', 'post')) return;
  await fill(member, await pressId(member, preview.reply!, 'idea-draft', 'edit'), text);
  await pressId(member, preview.reply!, 'idea-draft', 'post');
  const id = known + 1;
  const card = await cardOf(town, id);
  await fill(member, await pressId(member, await panelOf(member, card), 'idea-open', 'edit'), text);
  await fill(other, await pressId(other, await panelOf(other, card), 'idea-open', 'report'), text);
  await fill(admin, await admin.slash('idea status', { idea: String(id), to: 'in-review' }), text);
  const review = await panelOf(owner, card);
  if (offers(review, 'idea-score')) {
    const scoring = await pressId(owner, review, 'idea-score');
    const values = { fit: '5', effort: '2', demand: '4', cost: '1', ...filled(scoring, text) };
    expect((await owner.submitModal(scoring.modal, values)).result).toBe('success');
  }
  const adding = await panelOf(member, card);
  if (offers(adding, 'idea-open', 'update'))
    await fill(member, await pressId(member, adding, 'idea-open', 'update'), text);
  await fill(admin, await pressId(admin, await panelOf(admin, card), 'idea-take-back'), text);
}

ideaTest(
  'hostile text in every form: Discord refuses nothing, nobody is pinged, bodies are as published, the file is safe',
  async ({ begin }) => {
    const town = await begin({ rateLimits: false, on: [] });
    const { sandbox, admin, owner } = town;
    expect(ideasOf(town)).toEqual([]);
    const from = sandbox.requests.seq;
    for (const text of nasty) await byEveryForm(town, text);
    expect(ideasOf(town).length).toBeGreaterThan(nasty.length - 4);
    // News is gathered for a minute; edits in one channel take turns.
    for (let step = 0; step < 12; step += 1) {
      sandbox.advance(11_000);
      await sleep(150);
    }
    const { reply } = await admin.slash('idea export');
    const [file] = reply!.attachments;
    const csv = await (await fetch(file!.url)).text();
    const rows = parseCsv(csv);
    expect(rows).toHaveLength(1 + ideasOf(town).filter(({ status }) => status !== 'queued').length);
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/u.test(cell))).toEqual([]);
    for (const status of ['any', 'open']) await owner.slash('idea list', { status });

    const sent = sandbox.sent().filter(({ seq }) => seq > from);
    expect(sent.filter(({ status }) => status >= 400)).toEqual([]);
    checkBodies(sent);
    const messages = sent.flatMap(({ body, route }) => messageIn(route, body));
    expect(messages.length).toBeGreaterThan(nasty.length * 6);
    expect(messages.filter(({ allowed_mentions }) => allowed_mentions === undefined)).toEqual([]);
    const people = new Set([town.member.id]);
    const pinging = messages.filter(
      ({ allowed_mentions: allowed }) =>
        (allowed?.parse?.length ?? 0) > 0 ||
        (allowed?.roles?.length ?? 0) > 0 ||
        allowed?.users?.some((id) => !people.has(id)),
    );
    expect(pinging).toEqual([]);
    const posted = [...sandbox.world.channels.values()].flatMap((channel) =>
      channel.messages.map(({ message }) => message),
    );
    expect(posted.filter((one) => one.mention_everyone || one.mention_roles.length > 0)).toEqual([]);
    const words = everythingSaid(town).join('\n');
    expect(words).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/u);
    expect(words).not.toMatch(/\p{Surrogate}/u);
    expect(town.complaints).toEqual([]);
  },
);

ideaTest('6,000 characters in fields that take fewer are refused or cut, and answered', async ({ begin }) => {
  const town = await begin();
  const { sandbox, member } = town;
  expect(ideasOf(town)).toEqual([]);
  const part = (custom_id: string, value: string) => ({ type: 18, component: { type: 4, custom_id, value } });
  const components = ['title', 'body', 'problem', 'text', 'reason'].map((id) =>
    part(id, `${'@everyone 👨‍👩‍👧‍👦 \u202E= '.repeat(300)}${'W'.repeat(6_000)}`),
  );
  const general = sandbox.channel('general').id;
  const where = { userId: member.id, channelId: general, type: 5 } as const;
  const { result, message } = await forge(sandbox, {
    ...where,
    data: { custom_id: 'idea-submit:v1:named', components },
  });
  expect(result).toBe('success');
  const preview = await sandbox.until(() =>
    member.messages('general').findLast((one) => offers(one, 'idea-draft', 'post')),
  );
  expect(message).toBeDefined();
  await pressId(member, preview, 'idea-draft', 'post');
  const card = await cardOf(town, 1);
  expect(buttonsOf(card).length).toBeGreaterThan(0);
  const [idea] = town.stored.all<{ title: string; body: string; problem: string }>('SELECT * FROM ideas');
  expect(idea?.title.length).toBeLessThanOrEqual(ideaLimits.title);
  expect(idea?.body.length).toBeLessThanOrEqual(ideaLimits.body);
  expect(idea?.problem.length).toBeLessThanOrEqual(ideaLimits.problem);
  for (const what of ['edit', 'update', 'report', 'withdraw']) {
    const forged = await forge(sandbox, {
      ...where,
      data: { custom_id: `idea-form:v1:1:${what}`, components },
    });
    expect([what, forged.result]).toEqual([what, 'success']);
  }
  expect(sandbox.sent().filter(({ status }) => status >= 400)).toEqual([]);
});
