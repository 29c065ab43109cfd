import { expect } from 'vitest';
import { commandsIn } from '../../src/sandbox/interactions/find-command.ts';
import { parseCsv } from '../support/csv.ts';
import { forge } from '../support/forge.ts';
import { ideasOf, ideaTest } from '../support/idea-stage.ts';
import { setStatus, submitIdea, support } from '../support/ideas.ts';

ideaTest('/idea in direct messages changes nothing and says where to go', async ({ begin }) => {
  const town = await begin();
  const { sandbox, member, admin } = town;
  const card = await submitIdea(town, member);
  await sandbox.until(() => ideasOf(town)[0]?.message_id);
  const before = ideasOf(town);
  expect(before).toMatchObject([{ status: 'gathering', supporters: 0 }]);
  const command = commandsIn(sandbox.world, undefined).find(({ name }) => name === 'idea');
  const sub = (name: string, options: object[] = []) => ({
    id: command?.id ?? '1',
    name: 'idea',
    type: 1,
    options: [{ type: 1, name, options }],
  });
  const text = (name: string, value: string) => ({ type: 3, name, value });
  const commands = [
    sub('submit'),
    sub('list'),
    sub('show', [text('idea', '1')]),
    sub('mine'),
    sub('search', [text('words', 'roast')]),
    sub('roadmap'),
    sub('help'),
    sub('status', [text('idea', '1'), text('to', 'declined')]),
    sub('merge', [text('idea', '1'), text('into', '1')]),
    sub('export'),
  ];
  const said: string[] = [];
  for (const data of commands) {
    const { result, words } = await forge(sandbox, {
      userId: admin.id,
      channelId: admin.dm(),
      type: 2,
      data,
    });
    said.push(`${data.options[0]?.name}: ${result} ${words}`);
  }
  const press = { custom_id: 'idea-support:v1:1', component_type: 2 };
  const pressed = await forge(sandbox, {
    userId: admin.id,
    channelId: admin.dm(),
    type: 3,
    data: press,
    message: card,
  });
  said.push(`press: ${pressed.result} ${pressed.words}`);
  expect(said.filter((one) => !/: success .*server/u.test(one))).toEqual([]);
  expect(said.filter((one) => one.includes('winter roast'))).toEqual([]);
  expect(ideasOf(town)).toEqual(before);
});

ideaTest('the file of all ideas names nobody who wished not to be named', async ({ begin }) => {
  const town = await begin({ on: ['anonymity'] });
  const { admin, owner, member, other, german } = town;
  const hidden = await submitIdea(town, other, { title: 'Hidden hands' }, { anonymous: true });
  await submitIdea(town, member, { title: 'Signed hands' });
  await support(german, hidden);
  await setStatus(owner, 1, 'declined', 'Not this year.');
  const { reply } = await admin.slash('idea export');
  const [file] = reply!.attachments;
  const csv = await (await fetch(file!.url)).text();
  const [, ...rows] = parseCsv(csv);
  expect(rows.map((row) => row[1])).toEqual(['Hidden hands', 'Signed hands']);
  expect(rows[1]).toContain(`id:${member.id}`);
  expect(csv).not.toContain(other.id);
  expect(JSON.stringify(reply)).not.toContain(other.id);
});
