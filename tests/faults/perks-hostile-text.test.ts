import { expect } from 'vitest';
import { parseCsv } from '../support/csv.ts';
import { everythingSaid } from '../support/faults.ts';
import { nasty } from '../support/hostile.ts';
import { perkTest } from '../support/perk-stage.ts';
import { addCodes, codesFile } from '../support/perks.ts';

perkTest(
  'hostile words in every form ping nobody, break no message and are harmless in the ledger',
  { timeout: 120_000 },
  async ({ begin }) => {
    const town = await begin();
    const { admin, member, sandbox } = town;
    for (const text of nasty) {
      const words = { name: text.slice(0, 80), description: text.slice(0, 600), terms: text.slice(0, 800) };
      const form = await admin.slash('perk create');
      const made = await admin.submitModal(form.modal, words);
      expect(made.result).toBe('success');
      const [last] = town.stored.all<{ id: number }>('SELECT max(id) AS id FROM perks');
      const perk = String(last?.id ?? 0);
      expect((await admin.slash('perk edit', { perk })).result).toBe('success');
      await addCodes(admin, Number(perk), codesFile([text, `CODE-${perk}`]));
      const reason = text.slice(0, 300);
      // Where nothing is left of it, the form asks for a reason.
      const { result } = await admin.slash('perk grant', { perk, member: member.id, reason });
      expect(['success', 'modal']).toContain(result);
      await admin.slash('perk open', { perk });
    }
    await admin.slash('perk list');
    await member.slash('perk mine');
    expect(town.stored.all('SELECT id FROM perks').length).toBeGreaterThan(5);
    const ledger = await admin.slash('perk ledger');
    expect(ledger.result).toBe('success');
    for (const text of everythingSaid(town)) expect(text).not.toContain('\u202E');
    const pinged = [...sandbox.world.channels.values()]
      .flatMap(({ messages }) => messages)
      .filter(
        ({ message }) => message.author.bot && (message.mention_everyone || message.mentions.length > 0),
      );
    expect(pinged).toEqual([]);
    const csv = await (await fetch(ledger.reply!.attachments[0]!.url)).text();
    expect(parseCsv(csv).length).toBeGreaterThan(nasty.length);
    for (const row of parseCsv(csv)) for (const cell of row) expect(cell).not.toMatch(/^[=+@\t]/u);
  },
);
