import type Sqlite from 'better-sqlite3';
import { expect } from 'vitest';
import { SqliteDatabase } from '../../src/database/sqlite.ts';
import { amasOf, amaTest, onlyAma, questionsOf } from '../support/ama-stage.ts';
import { ask, createAma } from '../support/amas.ts';

/** The bot's own connections as they are opened, because a page limit holds for one connection only. */
function watchConnections() {
  const { pragma } = SqliteDatabase.prototype;
  const opened = new Map<string, Sqlite.Database>();
  SqliteDatabase.prototype.pragma = function watched(
    this: Sqlite.Database,
    ...given: Parameters<typeof pragma>
  ) {
    if (!this.readonly) opened.set(this.name, this);
    return pragma.apply(this, given);
  };
  return {
    of: (path: string): Sqlite.Database => opened.get(path) ?? expect.fail(`nobody opened ${path}`),
    stop() {
      SqliteDatabase.prototype.pragma = pragma;
    },
  };
}

amaTest(
  'a full disk: a question is kept or refused, never both, and it recovers by itself',
  async ({ begin }) => {
    const watch = watchConnections();
    const town = await begin();
    watch.stop();
    const own = watch.of(town.config.databasePath);
    const { owner, askers } = town;
    const { announcement } = await createAma(town, owner, {}, { queue: 'open' });
    await town.later(3_000);
    expect(onlyAma(town).questions).toBe(0);
    const pages = Number(own.pragma('page_count', { simple: true }));
    own.pragma(`max_page_count = ${pages + 6}`);
    const long = 'Why is it so dark? '.repeat(50);
    const kept: string[] = [];
    const refused: string[] = [];
    for (let turn = 0; turn < 6; turn += 1) {
      for (const [index, person] of askers.entries()) {
        const text = `${turn}.${index} ${long}`;
        const said = (await ask(person, announcement, text)).text;
        if (said.includes('Your question is number')) kept.push(text.trim());
        else if (said.includes('could not be saved')) refused.push(text);
        else expect.fail(said);
      }
    }
    expect(kept.length).toBeGreaterThan(0);
    expect(refused.length).toBeGreaterThan(0);
    expect(questionsOf(town).map(({ text }) => text)).toEqual(kept);
    expect(amasOf(town)[0]!.questions).toBe(kept.length);

    own.pragma('max_page_count = 1000000');
    expect((await ask(askers[9]!, announcement, 'And now?')).text).toContain(`number **${kept.length + 1}**`);
    expect(onlyAma(town).questions).toBe(kept.length + 1);
  },
);
