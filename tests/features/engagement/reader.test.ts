import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../src/database/open.ts';
import { openReader } from '../../../src/database/open-reader.ts';
import { metricsReader } from '../../../src/features/engagement/reader.ts';
import { GUILD } from '../../support/counting.ts';
import { migrationsFolder, temporaryFolder } from '../../support/database.ts';

function dataFile() {
  const { folder, remove } = temporaryFolder();
  const databasePath = path.join(folder, 'hearth.sqlite');
  const database = openDatabase({ path: databasePath, migrationsFolder });
  onTestFinished(() => {
    database.close();
    remove();
  });
  return { database, databasePath };
}

const question = {
  guildId: GUILD,
  period: { start: 20_000, end: 20_007 },
  zone: 'UTC',
  leavesAreTold: false,
  givers: [],
  receivers: [],
};
const addActivity = `INSERT INTO activity (guild_id, day, user_id, channel_id, messages) VALUES ('${GUILD}', 20001, ?, 'c', 2)`;

describe('the thread that reads', () => {
  test('sees what was written just before, and goes on while others write', async () => {
    const { database, databasePath } = dataFile();
    const reader = metricsReader(databasePath);
    onTestFinished(reader.close);
    expect((await reader.count(question)).growth.active).toBe(0);
    database.sqlite.prepare(addActivity).run('ada');
    const reading = reader.count(question);
    database.sqlite.transaction(() => database.sqlite.prepare(addActivity).run('bo'))();
    const before = await reading;
    expect(before.growth.active).toBeGreaterThanOrEqual(1);
    const after = await reader.count(question);
    expect([after.growth.active, after.activity.messages]).toEqual([2, 4]);
  });

  test('cannot write, and says what is wrong with a file that it cannot read', async () => {
    const { databasePath } = dataFile();
    const sqlite = openReader(databasePath);
    expect(() => sqlite.prepare(addActivity).run('ada')).toThrow(/readonly/u);
    sqlite.close();
    const reader = metricsReader(`${databasePath}-gone`);
    onTestFinished(reader.close);
    await expect(reader.count(question)).rejects.toThrow(/directory|unable to open|not exist/u);
  });

  test('says so when it has ended', async () => {
    const { databasePath } = dataFile();
    const reader = metricsReader(databasePath);
    await reader.close();
    await expect(reader.count(question)).rejects.toThrow('has ended');
  });
});
