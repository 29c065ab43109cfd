import type Sqlite from 'better-sqlite3';
import type { Condition, Perk, PerkSpec, PerkStatus } from './model.ts';
import type { PerkAlert } from './ports.ts';

export type PerkRepository = ReturnType<typeof createPerkRepository>;

interface Row {
  id: number;
  guild_id: string;
  status: PerkStatus;
  name: string;
  description: string;
  terms: string;
  reward: Perk['reward'];
  role_id: string | null;
  conditions: string;
  expires_at: number | null;
  stock: number | null;
  created_by: string;
  created_at: number;
  status_at: number;
  link: Buffer | null;
  codes: number;
  claimed: number;
  reserved: number;
  channel_id: string | null;
  message_id: string | null;
  version: number;
  refreshing: number;
  told: string;
}

export interface StoredPerk {
  perk: Perk;
  link: Buffer | undefined;
  version: number;
  refreshing: boolean;
  told: readonly PerkAlert[];
}

const changed = 'version = version + 1, refreshing = 1';

/** Perks, with their counters. */
export function createPerkRepository(sqlite: Sqlite.Database) {
  const read = (which: string) => sqlite.prepare<unknown[], Row>(`SELECT * FROM perks p WHERE ${which}`);
  const byId = read('p.id = ?');
  const byInteraction = read('p.interaction_id = ?');
  const ofGuild = read('p.guild_id = ? ORDER BY p.id DESC LIMIT ? OFFSET ?');
  const count = sqlite.prepare<[string], number>('SELECT count(*) FROM perks WHERE guild_id = ?').pluck();
  const openCount = sqlite
    .prepare<[string], number>(`SELECT count(*) FROM perks WHERE guild_id = ? AND status = 'open'`)
    .pluck();
  const mineWhere = `p.guild_id = @guildId AND (p.status = 'open'
    OR EXISTS (SELECT 1 FROM perk_claims c WHERE c.perk_id = p.id AND c.user_id = @userId)
    OR EXISTS (SELECT 1 FROM perk_grants g WHERE g.perk_id = p.id AND g.user_id = @userId AND g.status = 'waiting'))`;
  const mine = read(`${mineWhere} ORDER BY p.status = 'open' DESC, p.id DESC LIMIT @limit OFFSET @offset`);
  const countMine = sqlite
    .prepare<[{ guildId: string; userId: string }], number>(`SELECT count(*) FROM perks p WHERE ${mineWhere}`)
    .pluck();
  const guilds = {
    all: sqlite.prepare<[], string>('SELECT DISTINCT guild_id FROM perks').pluck(),
    'with-secrets': sqlite
      .prepare<[], string>(
        `SELECT DISTINCT guild_id FROM perks WHERE reward IN ('codes', 'link') AND (codes > 0 OR link IS NOT NULL)`,
      )
      .pluck(),
  };
  const insert = sqlite.prepare(
    `INSERT INTO perks (guild_id, status, name, description, terms, reward, role_id, conditions, expires_at, stock,
       created_by, created_at, status_at, interaction_id)
     VALUES (@guildId, 'draft', @name, @description, @terms, @reward, @roleId, @conditions, @expiresAt, @stock, @by, @now,
       @now, @interactionId)`,
  );
  const save = sqlite.prepare(
    `UPDATE perks SET name = @name, description = @description, terms = @terms, role_id = @roleId,
       conditions = @conditions, expires_at = @expiresAt, stock = @stock, ${changed} WHERE id = @id`,
  );
  const status = sqlite.prepare(
    `UPDATE perks SET status = @to, status_at = @at, ${changed} WHERE id = @id AND status = @from`,
  );
  const move = sqlite.prepare(
    `UPDATE perks SET codes = codes + @codes, claimed = claimed + @claimed, reserved = reserved + @reserved, ${changed}
     WHERE id = @id`,
  );
  const link = sqlite.prepare(`UPDATE perks SET link = ?, ${changed} WHERE id = ?`);
  const place = sqlite.prepare('UPDATE perks SET channel_id = ?, message_id = ? WHERE id = ?');
  const goneMessage = sqlite.prepare(
    'UPDATE perks SET channel_id = NULL, message_id = NULL WHERE guild_id = ? AND message_id = ?',
  );
  const goneChannel = sqlite.prepare(
    'UPDATE perks SET channel_id = NULL, message_id = NULL WHERE guild_id = ? AND channel_id = ?',
  );
  const settle = sqlite.prepare('UPDATE perks SET refreshing = 0 WHERE id = ? AND version = ?');
  const tell = sqlite.prepare('UPDATE perks SET told = ? WHERE id = ?');
  const find = (row: Row | undefined): StoredPerk | undefined => row && storedOf(row);

  return {
    find: (id: number) => find(byId.get(id)),
    findByInteraction: (interactionId: string) => find(byInteraction.get(interactionId)),
    ofGuild: (guildId: string, limit: number, offset: number): Perk[] =>
      ofGuild.all(guildId, limit, offset).map(perkOf),
    count: (guildId: string): number => count.get(guildId) ?? 0,
    countOpen: (guildId: string): number => openCount.get(guildId) ?? 0,
    /** Those that are open, and those that this member has something of. */
    mine: (who: { guildId: string; userId: string; limit: number; offset: number }): Perk[] =>
      mine.all(who).map(perkOf),
    countMine: ({ guildId, userId }: { guildId: string; userId: string }): number =>
      countMine.get({ guildId, userId }) ?? 0,
    guilds: (which: keyof typeof guilds): string[] => guilds[which].all(),
    add(spec: PerkSpec, made: { guildId: string; by: string; now: number; interactionId: string }): number {
      return Number(insert.run({ ...made, ...rowOf(spec) }).lastInsertRowid);
    },
    save: (id: number, spec: PerkSpec): void => void save.run({ ...rowOf(spec), id }),
    /** False: it was not `from` any more. */
    changeStatus: (id: number, from: PerkStatus, to: PerkStatus, at: number): boolean =>
      status.run({ id, from, to, at }).changes > 0,
    move: (id: number, by: { codes?: number; claimed?: number; reserved?: number }): void =>
      void move.run({ codes: 0, claimed: 0, reserved: 0, ...by, id }),
    setLink: (id: number, sealed: Buffer): void => void link.run(sealed, id),
    place: (id: number, channelId: string | undefined, messageId: string | undefined): void =>
      void place.run(channelId ?? null, messageId ?? null, id),
    messageGone: (guildId: string, messageId: string): void => void goneMessage.run(guildId, messageId),
    channelGone: (guildId: string, channelId: string): void => void goneChannel.run(guildId, channelId),
    /** False: it has changed since `version`. */
    settleRefresh: (id: number, version: number): boolean => settle.run(id, version).changes > 0,
    tell: (id: number, told: readonly PerkAlert[]): void => void tell.run(JSON.stringify(told), id),
  };
}

function rowOf({ conditions, roleId, expiresAt, stock, ...rest }: PerkSpec) {
  return {
    name: rest.name,
    description: rest.description,
    terms: rest.terms,
    reward: rest.reward,
    conditions: JSON.stringify(conditions),
    roleId: roleId ?? null,
    expiresAt: expiresAt ?? null,
    stock: stock ?? null,
  };
}

function storedOf(row: Row): StoredPerk {
  return {
    perk: perkOf(row),
    link: row.link ?? undefined,
    version: row.version,
    refreshing: row.refreshing === 1,
    told: JSON.parse(row.told) as PerkAlert[],
  };
}

function perkOf(row: Row): Perk {
  return {
    id: row.id,
    guildId: row.guild_id,
    status: row.status,
    name: row.name,
    description: row.description,
    terms: row.terms,
    reward: row.reward,
    roleId: row.role_id ?? undefined,
    conditions: JSON.parse(row.conditions) as Condition[],
    expiresAt: row.expires_at ?? undefined,
    stock: row.stock ?? undefined,
    createdBy: row.created_by,
    createdAt: row.created_at,
    statusAt: row.status_at,
    total: row.reward === 'codes' ? row.codes : (row.stock ?? undefined),
    claimed: row.claimed,
    reserved: row.reserved,
    channelId: row.channel_id ?? undefined,
    messageId: row.message_id ?? undefined,
  };
}
