import type Sqlite from 'better-sqlite3';
import type { Condition, Perk, PerkSpec, PerkStatus, RewardKind } from './model.ts';
import type { PerkAlert } from './ports.ts';

/** A perk with what only the core needs to know of it. */
export interface StoredPerk extends Perk {
  /** Sealed. */
  link: Buffer | undefined;
  alerted: readonly PerkAlert[];
  version: number;
  refreshing: boolean;
}

export type NewPerk = PerkSpec &
  Pick<Perk, 'guildId' | 'createdBy' | 'createdAt'> & { interactionId: string };

interface Counts {
  codes?: number;
  claimed?: number;
  reserved?: number;
}

interface Row {
  id: number;
  guild_id: string;
  name: string;
  description: string;
  terms: string;
  reward: string;
  role_id: string | null;
  conditions: string;
  expires_at: number | null;
  stock: number | null;
  status: string;
  created_by: string;
  created_at: number;
  status_at: number;
  codes: number;
  claimed: number;
  reserved: number;
  link: Buffer | null;
  channel_id: string | null;
  message_id: string | null;
  alerted: string;
  version: number;
  refreshing: number;
}

/** Every change of what the card shows. Where none stands, nothing has to be brought up to date. */
const changed = 'version = version + 1, refreshing = (message_id IS NOT NULL)';

/** Perks themselves. */
export function createPerkRepository(sqlite: Sqlite.Database) {
  const byId = sqlite.prepare<[number], Row>('SELECT * FROM perks WHERE id = ?');
  const byInteraction = sqlite.prepare<[string], Row>('SELECT * FROM perks WHERE interaction_id = ?');
  const ofGuild = sqlite.prepare<[string], Row>('SELECT * FROM perks WHERE guild_id = ? ORDER BY id DESC');
  const openCount = sqlite
    .prepare<[string], number>(`SELECT count(*) FROM perks WHERE guild_id = ? AND status = 'open'`)
    .pluck();
  const guilds = sqlite.prepare<[], string>('SELECT DISTINCT guild_id FROM perks').pluck();
  const secretGuilds = sqlite
    .prepare<[], string>(
      `SELECT DISTINCT guild_id FROM perks p
       WHERE link IS NOT NULL OR EXISTS (SELECT 1 FROM perk_codes c WHERE c.perk_id = p.id)`,
    )
    .pluck();
  const insert = sqlite.prepare(
    `INSERT INTO perks (guild_id, name, description, terms, reward, role_id, conditions, expires_at, stock, status,
       created_by, created_at, status_at, interaction_id)
     VALUES (@guildId, @name, @description, @terms, @reward, @roleId, @conditions, @expiresAt, @stock, 'draft',
       @createdBy, @createdAt, @createdAt, @interactionId)`,
  );
  const saveSpec = sqlite.prepare(
    `UPDATE perks SET name = @name, description = @description, terms = @terms, role_id = @roleId,
       conditions = @conditions, expires_at = @expiresAt, stock = @stock, ${changed} WHERE id = @id`,
  );
  const setStatus = sqlite.prepare(
    `UPDATE perks SET status = @to, status_at = @at, ${changed} WHERE id = @id AND status = @from`,
  );
  const setLink = sqlite.prepare(`UPDATE perks SET link = ?, ${changed} WHERE id = ?`);
  const move = sqlite.prepare(
    `UPDATE perks SET codes = codes + @codes, claimed = claimed + @claimed, reserved = reserved + @reserved, ${changed}
     WHERE id = @id`,
  );
  // For links and roles: the last one goes to one member.
  const takeOne = sqlite.prepare(
    `UPDATE perks SET claimed = claimed + @claimed, reserved = reserved + @reserved, ${changed}
     WHERE id = @id AND (stock IS NULL OR claimed + reserved < stock)`,
  );
  const setPlace = sqlite.prepare(
    'UPDATE perks SET channel_id = ?, message_id = ?, refreshing = 0 WHERE id = ?',
  );
  const placed = sqlite.prepare<[string, string], Row>(
    'SELECT * FROM perks WHERE channel_id = ? AND guild_id = ?',
  );
  const setAlerted = sqlite.prepare('UPDATE perks SET alerted = ? WHERE id = ?');
  const settle = sqlite.prepare('UPDATE perks SET refreshing = 0 WHERE id = ? AND version = ?');

  const all = (rows: Row[]): StoredPerk[] => rows.map(perkOf);
  const found = (row: Row | undefined): StoredPerk | undefined => row && perkOf(row);
  return {
    find: (id: number) => found(byId.get(id)),
    findByInteraction: (interactionId: string) => found(byInteraction.get(interactionId)),
    /** Newest first. */
    ofGuild: (guildId: string) => all(ofGuild.all(guildId)),
    openCount: (guildId: string): number => openCount.get(guildId) ?? 0,
    guilds: (which: 'all' | 'with-secrets'): string[] => (which === 'all' ? guilds : secretGuilds).all(),
    add: ({ guildId, createdBy, createdAt, interactionId, ...spec }: NewPerk): number =>
      Number(
        insert.run({ ...specRow(spec), reward: spec.reward, guildId, createdBy, createdAt, interactionId })
          .lastInsertRowid,
      ),
    saveSpec: (id: number, spec: PerkSpec): void => void saveSpec.run({ ...specRow(spec), id }),
    /** False: it was not `from` any more. */
    changeStatus: (id: number, from: PerkStatus, to: PerkStatus, at: number): boolean =>
      setStatus.run({ id, from, to, at }).changes > 0,
    setLink: (id: number, sealed: Buffer): void => void setLink.run(sealed, id),
    move(id: number, { codes = 0, claimed = 0, reserved = 0 }: Counts): void {
      move.run({ id, codes, claimed, reserved });
    },
    /** False: none is left. */
    takeOne: (id: number, what: 'claimed' | 'reserved'): boolean =>
      takeOne.run({ id, claimed: Number(what === 'claimed'), reserved: Number(what === 'reserved') })
        .changes > 0,
    place: (id: number, channelId: string | undefined, messageId: string | undefined): void =>
      void setPlace.run(channelId ?? null, messageId ?? null, id),
    inChannel: (guildId: string, channelId: string) => all(placed.all(channelId, guildId)),
    setAlerted: (id: number, alerts: readonly PerkAlert[]): void =>
      void setAlerted.run(JSON.stringify(alerts), id),
    settleRefresh: (id: number, version: number): boolean => settle.run(id, version).changes > 0,
  };
}

function specRow({ name, description, terms, roleId, conditions, expiresAt, stock }: PerkSpec) {
  return {
    name,
    description,
    terms,
    roleId: roleId ?? null,
    conditions: JSON.stringify(conditions),
    expiresAt: expiresAt ?? null,
    stock: stock ?? null,
  };
}

function perkOf(row: Row): StoredPerk {
  const stock = row.stock ?? undefined;
  return {
    id: row.id,
    guildId: row.guild_id,
    name: row.name,
    description: row.description,
    terms: row.terms,
    reward: row.reward as RewardKind,
    roleId: row.role_id ?? undefined,
    conditions: JSON.parse(row.conditions) as Condition[],
    expiresAt: row.expires_at ?? undefined,
    stock,
    status: row.status as PerkStatus,
    createdBy: row.created_by,
    createdAt: row.created_at,
    statusAt: row.status_at,
    total: row.reward === 'codes' ? row.codes : stock,
    claimed: row.claimed,
    reserved: row.reserved,
    channelId: row.channel_id ?? undefined,
    messageId: row.message_id ?? undefined,
    link: row.link ?? undefined,
    alerted: JSON.parse(row.alerted) as PerkAlert[],
    version: row.version,
    refreshing: row.refreshing === 1,
  };
}
