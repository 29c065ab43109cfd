import type { APIMessage } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import type { Failure, Result } from '../../src/discord/failure.ts';
import type { MessageKey } from '../../src/discord/live-editing.ts';
import { liveEditor } from '../../src/discord/live-editor.ts';
import { text } from '../../src/discord/ui.ts';
import { manualTime, memoryLog } from './support.ts';

const discordEpoch = 1_420_070_400_000;
const start = Date.UTC(2026, 0, 5, 12);
/** A message that was posted so many minutes before the test began. */
const message = (minutesAgo: number, number = 0): string =>
  String((BigInt(start - minutesAgo * 60_000 - discordEpoch) << 22n) + BigInt(number));
const fresh = { channelId: 'general', messageId: message(5) };

interface Edit {
  at: number;
  messageId: string;
  words: string;
  files: number;
}

/** An editor whose edits take `takesMs` and end as `results` say; otherwise well. */
function editing({ takesMs = 50 }: { takesMs?: number } = {}) {
  const time = manualTime(start);
  const { log, lines } = memoryLog();
  const edits: Edit[] = [];
  const results: Failure[] = [];
  const failures: [MessageKey, Failure][] = [];
  let running = 0;
  let most = 0;
  const editor = liveEditor({
    messenger: {
      async edit(_channelId, messageId, { components }, files) {
        const words = (components[0] as { content: string }).content;
        edits.push({ at: time.clock.now() - start, messageId, words, files: files?.length ?? 0 });
        most = Math.max(most, (running += 1));
        await new Promise<void>((resolve) => time.timers.after(takesMs, resolve));
        running -= 1;
        const failure = results.shift();
        return failure ? { ok: false, failure } : { ok: true, value: { id: messageId } as APIMessage };
      },
    },
    clock: time.clock,
    timers: time.timers,
    log,
    onFailure: (key, failure) => failures.push([key, failure]),
  });
  return { ...time, ...editor, editor, edits, results, failures, lines, mostAtOnce: () => most };
}

const shows = (words: string) => () => ({ components: [text(words)] });
const retry: Failure = { kind: 'retry', code: 0, reason: 'Bad Gateway (502)' };

describe('a live message', () => {
  test('is edited at once after a quiet time', async () => {
    const { editor, advance, edits } = editing();
    editor.refresh(fresh, shows('1 vote'));
    await advance(0);
    expect(edits).toMatchObject([{ at: 0, words: '1 vote' }]);
  });

  test('at 100 votes a second gets one edit a second, each with the latest state, and the last state in the end', async () => {
    const { editor, advance, edits, mostAtOnce } = editing();
    let votes = 0;
    const born: number[] = [];
    for (let tick = 0; tick < 500; tick += 1) {
      votes += 1;
      born.push(tick * 10);
      editor.refresh(fresh, () => ({ components: [text(`${votes} votes`)] }));
      await advance(10);
    }
    await advance(2000);
    expect(edits.length).toBeGreaterThan(4);
    expect(edits.length).toBeLessThanOrEqual(7);
    expect(edits.at(-1)?.words).toBe('500 votes');
    const gaps = edits.slice(1).map(({ at }, index) => at - (edits[index]?.at ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1000);
    const waits = born.map((at, index) => {
      const shown = edits.find(({ words }) => Number.parseInt(words, 10) > index);
      return (shown?.at ?? Number.POSITIVE_INFINITY) - at;
    });
    expect(Math.max(...waits)).toBeLessThanOrEqual(1000);
    expect(mostAtOnce()).toBe(1);
  });

  test('that is older than an hour is edited every ten seconds', async () => {
    const { editor, advance, edits } = editing();
    const old = { channelId: 'general', messageId: message(90) };
    for (let second = 0; second < 30; second += 1) {
      editor.refresh(old, shows(`second ${second}`));
      await advance(1000);
    }
    await advance(10_000);
    expect(edits.map(({ at }) => at)).toEqual([0, 10_000, 20_000, 30_000]);
    expect(edits.at(-1)?.words).toBe('second 29');
  });

  test('shares its channel in turns with others, and an old one does not hold up the new', async () => {
    const { editor, advance, edits } = editing();
    const keys = [1, 2, 3].map((number) => ({ channelId: 'general', messageId: message(5, number) }));
    const old = { channelId: 'general', messageId: message(90) };
    for (let second = 0; second < 30; second += 1) {
      for (const key of [old, ...keys]) editor.refresh(key, shows(`second ${second}`));
      await advance(1000);
    }
    const count = (id: string) => edits.filter(({ messageId }) => messageId === id).length;
    const counts = keys.map(({ messageId }) => count(messageId));
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    expect(count(old.messageId)).toBeGreaterThanOrEqual(2);
    expect(edits.length).toBeGreaterThanOrEqual(29);
  });

  test('in another channel does not wait', async () => {
    const { editor, advance, edits } = editing();
    for (const channelId of ['a', 'b', 'c']) editor.refresh({ ...fresh, channelId }, shows(channelId));
    await advance(0);
    expect(edits.map(({ at }) => at)).toEqual([0, 0, 0]);
  });

  test('with nothing left to show is not edited', async () => {
    const { editor, advance, edits } = editing();
    editor.refresh(fresh, () => undefined);
    await advance(5000);
    expect(edits).toEqual([]);
  });

  test('whose view fails does not stop the others', async () => {
    const { editor, advance, edits, lines } = editing();
    editor.refresh(fresh, () => {
      throw new Error('broken view');
    });
    editor.refresh({ ...fresh, messageId: message(5, 1) }, shows('fine'));
    await advance(1000);
    expect(edits).toMatchObject([{ words: 'fine' }]);
    expect(lines).toHaveLength(1);
  });
});

describe('a live message that cannot be edited', () => {
  test.each(['gone', 'forbidden', 'bug'] as const)(
    'because it is %s is reported once and left alone',
    async (kind) => {
      const { editor, advance, edits, results, failures } = editing();
      results.push({ kind, code: 1, reason: 'no' });
      editor.refresh(fresh, shows('1'));
      await advance(120_000);
      expect(edits).toHaveLength(1);
      expect(failures).toEqual([[fresh, { kind, code: 1, reason: 'no' }]]);
    },
  );

  test('just now is tried again after growing pauses, with the latest state', async () => {
    const { editor, advance, edits, results } = editing();
    results.push(retry, retry, { ...retry, retryAfterMs: 30_000 });
    editor.refresh(fresh, shows('first'));
    await advance(1000);
    editor.refresh(fresh, shows('second'));
    await advance(120_000);
    expect(edits.map(({ words }) => words)).toEqual(['first', 'second', 'second', 'second']);
    const gaps = edits.slice(1).map(({ at }, index) => at - (edits[index]?.at ?? 0));
    expect(gaps[0]).toBeGreaterThanOrEqual(2000);
    expect(gaps[1]).toBeGreaterThanOrEqual(4000);
    expect(gaps[2]).toBeGreaterThanOrEqual(30_000);
  });
});

describe('the final edit', () => {
  test('goes before the others of its channel, with its files, and takes the place of what was waiting', async () => {
    const { editor, advance, edits } = editing();
    const other = { channelId: 'general', messageId: message(5, 1) };
    editor.refresh(other, shows('tally'));
    editor.refresh(other, shows('tally again'));
    editor.refresh(fresh, shows('late tally'));
    let result: Result<APIMessage> | undefined;
    const chart = { name: 'chart.png', data: Buffer.from('x'), contentType: 'image/png' };
    void editor.finish(fresh, { body: { components: [text('result')] }, files: [chart] }).then((ended) => {
      result = ended;
    });
    editor.refresh(fresh, shows('must not replace the result'));
    await advance(5000);
    expect(edits.map(({ words }) => words)).toEqual(['tally', 'result', 'tally again']);
    expect(edits[1]).toMatchObject({ files: 1, at: 1000 });
    expect(result).toMatchObject({ ok: true });
  });

  test('of an old message does not wait ten seconds', async () => {
    const { editor, advance, edits } = editing();
    const old = { channelId: 'general', messageId: message(90) };
    editor.refresh(old, shows('tally'));
    await advance(500);
    void editor.finish(old, { body: { components: [text('result')] } });
    await advance(1000);
    expect(edits.map(({ at }) => at)).toEqual([0, 1000]);
  });

  test('tells how it failed instead of trying for ever', async () => {
    const { editor, advance, edits, results, failures } = editing();
    results.push(retry);
    const ended = editor.finish(fresh, { body: { components: [text('result')] } });
    await advance(60_000);
    expect(await ended).toEqual({ ok: false, failure: retry });
    expect(edits).toHaveLength(1);
    expect(failures).toEqual([]);
  });
});

describe('when Hearth stops', () => {
  test('waiting edits are made without pauses, and no timer stays', async () => {
    const { editor, advance, edits, pending } = editing();
    for (let number = 0; number < 5; number += 1) {
      editor.refresh({ channelId: 'general', messageId: message(90, number) }, shows(`poll ${number}`));
    }
    await advance(0);
    expect(edits).toHaveLength(1);
    const drained = editor.drain(5000);
    await advance(400);
    await drained;
    expect(edits).toHaveLength(5);
    editor.refresh(fresh, shows('too late'));
    await advance(60_000);
    expect(edits).toHaveLength(5);
    expect(pending()).toBe(0);
  });

  test('an edit that hangs does not hold it up for longer than allowed', async () => {
    const { editor, advance } = editing({ takesMs: 60_000 });
    editor.refresh(fresh, shows('1'));
    await advance(0);
    let over = false;
    void editor.drain(5000).then(() => {
      over = true;
    });
    await advance(4999);
    expect(over).toBe(false);
    await advance(1);
    expect(over).toBe(true);
  });

  test('who waits for a final edit is told that it was not made', async () => {
    const { editor, advance } = editing();
    editor.refresh({ ...fresh, messageId: message(5, 1) }, shows('1'));
    await advance(0);
    const ended = editor.finish(fresh, { body: { components: [] } });
    editor.close();
    expect(await ended).toMatchObject({ ok: false, failure: { kind: 'retry' } });
  });

  test('a channel that has been quiet is forgotten', async () => {
    const { editor, advance, pending } = editing();
    editor.refresh(fresh, shows('1'));
    await advance(30_000);
    expect(pending()).toBe(0);
  });
});
