import { describe, expect, it } from 'vitest';
import { author, DAY, GUILD, HOUR, ideaHarness, member, refusalOf, staff } from './harness.ts';

const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(20)]);
const categories = [{ key: 'shop', name: 'Shop', emoji: undefined }];

describe('submitting', () => {
  it('makes one public idea with a number, frozen goals, a deadline and its jobs', () => {
    const h = ideaHarness();
    const { draft } = h.draft(author);
    const before = h.everything();
    expect(before['ideas']).toEqual([]);
    const { idea, first } = h.submit(draft.id, author);
    expect(first).toBe(true);
    expect(idea).toMatchObject({
      number: 1,
      status: 'gathering',
      authorId: author.userId,
      rungs: [
        { goal: 3, days: 14 },
        { goal: 9, days: 45 },
      ],
      deadline: h.clock.now() + 14 * DAY,
      basis: { active: 60, days: 28, counted: 'used-hearth' },
      supporters: 0,
    });
    expect(h.jobs('idea.post')).toEqual([{ key: String(idea.id), runAt: h.clock.now() }]);
    expect(h.jobs('idea.deadline')).toEqual([{ key: String(idea.id), runAt: idea.deadline }]);
    expect(h.kinds(idea.id)).toEqual(['submitted', 'posted']);
    expect(h.followers(idea.id)).toEqual([author.userId]);
    h.activity.active = 600;
    expect(h.state(idea.id).rungs).toEqual(idea.rungs);
  });

  it('twice is the same idea, also when both presses come in the same instant', async () => {
    const h = ideaHarness();
    const { draft } = h.draft(author);
    const first = h.submit(draft.id, author);
    const before = h.everything();
    const again = h.submit(draft.id, author);
    expect(again).toEqual({ idea: first.idea, first: false });
    expect(h.everything()).toEqual(before);
  });

  it('again the same form gives the same draft, whatever was changed since', () => {
    const h = ideaHarness();
    const { draft } = h.draft(author, { interactionId: '77' });
    const text = { title: 'Another title', body: 'b', problem: '', category: undefined };
    h.write(() => h.service.changeDraft({ ...h.by(author), draftId: draft.id, text }));
    const before = h.everything();
    expect(h.draft(author, { interactionId: '77' }).draft).toMatchObject({
      id: draft.id,
      title: 'Another title',
    });
    expect(h.everything()).toEqual(before);
  });

  it('numbers are counted per server and have no gaps where an idea was refused', () => {
    const h = ideaHarness({ settings: { cooldownHours: 24 } });
    expect(h.propose({}, member(1)).number).toBe(1);
    expect(refusalOf(() => h.propose({}, member(1))).code).toBe('cooldown');
    expect(h.propose({}, member(2)).number).toBe(2);
  });

  it('waits for staff where there is a queue: no number, nothing public, no post', () => {
    const h = ideaHarness({ settings: { queue: true } });
    const idea = h.propose();
    expect(idea).toMatchObject({ number: undefined, status: 'queued', deadline: undefined, rungs: [] });
    expect(h.jobs('idea.post')).toEqual([]);
    expect(h.jobs('idea.staff-note')).toHaveLength(1);
    const call = { ...h.by(member(5)), ideaId: idea.id };
    expect(refusalOf(() => h.service.idea(call)).code).toBe('not-found');
    expect(h.service.idea({ ...call, actor: staff() })).toEqual(idea);
    expect(refusalOf(() => h.toggle(idea.id, member(5))).code).toBe('not-found');
    h.write(() => h.service.approve({ ...h.by(staff()), ideaId: idea.id }));
    expect(h.state(idea.id)).toMatchObject({ number: 1, status: 'gathering' });
  });

  it('is refused where no channel was chosen, and for whoever is blocked', () => {
    const bare = ideaHarness({ settings: { channelId: undefined } });
    expect(refusalOf(() => bare.draft(author)).code).toBe('not-set-up');
    const h = ideaHarness();
    const idea = h.propose({}, author);
    h.write(() => h.service.blockAuthor({ ...h.by(staff()), ideaId: idea.id, blocked: true }));
    expect(refusalOf(() => h.draft(author))).toEqual({ code: 'blocked', params: {} });
    h.write(() => h.service.blockAuthor({ ...h.by(staff()), ideaId: idea.id, blocked: false }));
    expect(h.draft(author).draft.title).toBe('Oat milk in every shop');
  });
});

describe('how much one member submits', () => {
  it('is limited by a cooldown, to the second', () => {
    const h = ideaHarness({ settings: { cooldownHours: 24 } });
    h.propose();
    const until = (h.clock.now() + 24 * HOUR) / 1_000;
    expect(refusalOf(() => h.draft(member(1)))).toEqual({ code: 'cooldown', params: { until } });
    h.clock.advance(24 * HOUR - 1);
    expect(refusalOf(() => h.draft(member(1))).code).toBe('cooldown');
    h.clock.advance(1);
    expect(h.propose().number).toBe(2);
  });

  it('is limited by what is still gathering, checked again when it is submitted', () => {
    const h = ideaHarness({ settings: { openPerMember: 2 } });
    const drafts = [1, 2, 3].map(() => h.draft(author).draft.id);
    const [one] = drafts.slice(0, 2).map((id) => h.submit(id, author).idea.id);
    const before = h.everything();
    expect(refusalOf(() => h.submit(drafts[2] as number, author))).toEqual({
      code: 'too-many-open',
      params: { max: 2 },
    });
    expect(h.everything()).toEqual(before);
    h.write(() => h.service.withdraw({ ...h.by(author), ideaId: one as number, reason: undefined }));
    expect(h.submit(drafts[2] as number, author).first).toBe(true);
  });

  it('is told before anybody types, and again when it is posted', () => {
    const h = ideaHarness({ settings: { cooldownHours: 24 } });
    const opens = () => h.service.checkMaySubmit(h.by(member(1)));
    opens();
    const second = h.draft(member(1)).draft.id;
    const { id } = h.propose({}, member(1));
    expect(refusalOf(opens).code).toBe('cooldown');
    expect(refusalOf(() => h.submit(second, member(1))).code).toBe('cooldown');
    h.clock.advance(24 * HOUR);
    opens();
    h.write(() => h.service.blockAuthor({ ...h.by(staff()), ideaId: id, blocked: true }));
    expect(refusalOf(opens).code).toBe('blocked');
    expect(refusalOf(() => h.submit(second, member(1))).code).toBe('blocked');
  });

  it('counts what they suggest of others, and not what others suggest of them', () => {
    const h = ideaHarness({ settings: { openPerMember: 1 } });
    h.propose({ creditId: author.userId }, member(1));
    expect(refusalOf(() => h.draft(member(1))).code).toBe('too-many-open');
    expect(h.propose({}, author).number).toBe(2);
  });
});

describe('a draft', () => {
  it('is its maker’s alone, in its server, until it is dropped', () => {
    const h = ideaHarness();
    const { draft } = h.draft(author);
    const call = { ...h.by(author), draftId: draft.id };
    expect(h.service.findDraft(call)).toEqual(draft);
    expect(refusalOf(() => h.service.findDraft({ ...call, actor: member(9) })).code).toBe('not-your-draft');
    expect(refusalOf(() => h.service.findDraft({ ...call, guildId: '1' })).code).toBe('draft-gone');
    for (const draftId of [Number.NaN, -1, 1.5, 1e300, Infinity, 99]) {
      expect(refusalOf(() => h.service.findDraft({ ...call, draftId })).code).toBe('draft-gone');
    }
    h.write(() => h.service.dropDraft(call));
    h.write(() => h.service.dropDraft(call));
    expect(refusalOf(() => h.submit(draft.id, author)).code).toBe('draft-gone');
    expect(h.everything()['ideas']).toEqual([]);
  });

  it('that was submitted cannot be changed or dropped any more', () => {
    const h = ideaHarness();
    const { draft } = h.draft(author);
    h.submit(draft.id, author);
    const before = h.everything();
    const call = { ...h.by(author), draftId: draft.id };
    const text = { title: 't', body: 'b', problem: '', category: undefined };
    expect(refusalOf(() => h.write(() => h.service.changeDraft({ ...call, text }))).code).toBe('draft-gone');
    h.write(() => h.service.dropDraft(call));
    expect(h.everything()).toEqual(before);
  });

  it('keeps its category while the server removes it, but takes no unknown one', () => {
    const h = ideaHarness({ settings: { categories } });
    expect(refusalOf(() => h.draft(author, { category: 'nonsense' })).code).toBe('unknown-category');
    const { draft } = h.draft(author, { category: 'shop' });
    h.settingsNow.categories = [];
    const text = { title: 't', body: 'b', problem: '', category: 'shop' };
    const changed = h.write(() => h.service.changeDraft({ ...h.by(author), draftId: draft.id, text }));
    expect(changed.draft).toMatchObject({ title: 't', category: 'shop' });
  });
});

describe('pictures', () => {
  it('go with the idea, named and typed by what they are', () => {
    const h = ideaHarness();
    const idea = h.propose({ images: [{ name: '../x.exe', contentType: 'text/html', data: png }] });
    expect(idea.imageNames).toEqual(['idea-1.png']);
    expect(h.drafts.images(idea.id)).toEqual([{ name: 'idea-1.png', contentType: 'image/png', data: png }]);
  });

  it('that are something else are refused, and nothing is kept', () => {
    const h = ideaHarness();
    const svg = { name: 'logo.png', contentType: 'image/png', data: Buffer.from('<svg onload=alert(1)>') };
    expect(refusalOf(() => h.draft(author, { images: [svg] }))).toEqual({
      code: 'not-an-image',
      params: { name: 'logo.png', max: 8 },
    });
    expect(h.everything()['idea_drafts']).toEqual([]);
  });
});

describe('a message that somebody suggests', () => {
  it('is credited to its author, who is asked once', () => {
    const h = ideaHarness();
    const idea = h.propose({ creditId: author.userId, anonymous: true }, member(1));
    expect(idea).toMatchObject({ authorId: author.userId, suggestedBy: member(1).userId, consent: 'asked' });
    expect(idea.anonymous).toBe(false);
    expect(h.jobs('idea.consent')).toHaveLength(1);
    const answer = (actor = author, agree = true) =>
      h.write(() => h.service.answerConsent({ ...h.by(actor), ideaId: idea.id, agree }));
    expect(refusalOf(() => answer(member(1))).code).toBe('not-yours');
    expect(answer().consent).toBe('agreed');
    expect(refusalOf(() => answer(author, false)).code).toBe('consent-done');
    expect(h.followers(idea.id)).toEqual([author.userId, member(1).userId].toSorted());
  });

  it('whose author refuses belongs to whoever suggested it', () => {
    const h = ideaHarness();
    const idea = h.propose({ creditId: author.userId }, member(1));
    h.write(() => h.service.answerConsent({ ...h.by(author), ideaId: idea.id, agree: false }));
    const edit = (actor: typeof author) => () =>
      h.write(() =>
        h.service.edit({
          ...h.by(actor),
          ideaId: idea.id,
          text: { title: 'Mine now', body: 'b', problem: '', category: undefined },
        }),
      );
    expect(refusalOf(edit(author)).code).toBe('not-yours');
    expect(edit(member(1))().title).toBe('Mine now');
    expect(h.events.newest(idea.id, 10).some(({ actorId }) => actorId === author.userId)).toBe(false);
  });

  it('of one’s own is simply one’s own idea', () => {
    const h = ideaHarness();
    expect(h.propose({ creditId: author.userId }, author)).toMatchObject({
      consent: 'none',
      suggestedBy: undefined,
    });
  });
});

it('a name is hidden only where the server allows it', () => {
  expect(ideaHarness().propose({ anonymous: true }).anonymous).toBe(true);
  expect(ideaHarness({ settings: { anonymity: false } }).propose({ anonymous: true }).anonymous).toBe(false);
});

it('an idea of another server is not there', () => {
  const h = ideaHarness();
  const idea = h.propose();
  expect(h.service.idea({ ...h.by(author), ideaId: idea.id }).guildId).toBe(GUILD);
  expect(refusalOf(() => h.service.idea({ ...h.by(author), guildId: '1', ideaId: idea.id })).code).toBe(
    'not-found',
  );
});
