import { sql } from 'drizzle-orm';
import {
  blob,
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';

/** Instants are UTC milliseconds, ids of Discord are text, flags are 0 or 1, nested plain data is JSON. */

export const perks = sqliteTable(
  'perks',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    guildId: text('guild_id').notNull(),
    status: text('status').notNull(),
    name: text('name').notNull(),
    description: text('description').notNull(),
    terms: text('terms').notNull(),
    reward: text('reward').notNull(),
    roleId: text('role_id'),
    conditions: text('conditions').notNull(),
    expiresAt: integer('expires_at'),
    stock: integer('stock'),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at').notNull(),
    statusAt: integer('status_at').notNull(),
    /** The shared link, sealed. */
    link: blob('link', { mode: 'buffer' }),
    /** Codes that can be or were claimed; moved with every import. */
    codes: integer('codes').notNull().default(0),
    claimed: integer('claimed').notNull().default(0),
    reserved: integer('reserved').notNull().default(0),
    channelId: text('channel_id'),
    messageId: text('message_id'),
    /** Grows by one with every change of what the card shows. */
    version: integer('version').notNull().default(0),
    /** 1 while a job is keeping it up to date. */
    refreshing: integer('refreshing').notNull().default(0),
    /** JSON: what admins have heard. */
    told: text('told').notNull().default('[]'),
    interactionId: text('interaction_id').notNull().unique(),
  },
  (t) => [
    check('perks_status', sql`${t.status} in ('draft', 'open', 'paused', 'ended')`),
    check('perks_reward', sql`${t.reward} in ('codes', 'link', 'role')`),
    check('perks_json', sql`json_valid(${t.conditions}) and json_valid(${t.told})`),
    check('perks_counts', sql`${t.codes} >= 0 and ${t.claimed} >= 0 and ${t.reserved} >= 0`),
    // Whatever goes wrong: never more codes promised than there are.
    check('perks_promise', sql`${t.reward} <> 'codes' or ${t.claimed} + ${t.reserved} <= ${t.codes}`),
    index('perks_by_guild').on(t.guildId, t.status, t.id),
    index('perks_by_message').on(t.messageId).where(sql`message_id is not null`),
    index('perks_by_channel').on(t.channelId).where(sql`channel_id is not null`),
  ],
);

/** Files of codes; what an import added counts once it is done. */
export const perkImports = sqliteTable(
  'perk_imports',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    perkId: integer('perk_id')
      .notNull()
      .references(() => perks.id, { onDelete: 'cascade' }),
    interactionId: text('interaction_id').notNull().unique(),
    rows: integer('rows').notNull(),
    at: integer('at').notNull(),
    done: integer('done').notNull().default(0),
  },
  (t) => [
    check('perk_imports_done', sql`${t.done} in (0, 1)`),
    index('perk_imports_open').on(t.perkId, t.at).where(sql`done = 0`),
  ],
);

export const perkGrants = sqliteTable(
  'perk_grants',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    perkId: integer('perk_id')
      .notNull()
      .references(() => perks.id, { onDelete: 'cascade' }),
    userId: text('user_id').notNull(),
    by: text('by').notNull(),
    reason: text('reason').notNull(),
    at: integer('at').notNull(),
    until: integer('until').notNull(),
    status: text('status').notNull(),
  },
  (t) => [
    check('perk_grants_status', sql`${t.status} in ('waiting', 'claimed', 'returned')`),
    uniqueIndex('perk_grants_waiting').on(t.perkId, t.userId).where(sql`status = 'waiting'`),
    index('perk_grants_due').on(t.until).where(sql`status = 'waiting'`),
  ],
);

export const perkClaims = sqliteTable(
  'perk_claims',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    perkId: integer('perk_id')
      .notNull()
      .references(() => perks.id, { onDelete: 'cascade' }),
    userId: text('user_id').notNull(),
    claimedAt: integer('claimed_at').notNull(),
    grantId: integer('grant_id').references(() => perkGrants.id),
    lapsedAt: integer('lapsed_at'),
  },
  // One each, whatever is pressed how often.
  (t) => [
    uniqueIndex('perk_claims_once').on(t.perkId, t.userId),
    index('perk_claims_by_grant').on(t.grantId).where(sql`grant_id is not null`),
  ],
);

/** Single-use codes, sealed. */
export const perkCodes = sqliteTable(
  'perk_codes',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    perkId: integer('perk_id')
      .notNull()
      .references(() => perks.id, { onDelete: 'cascade' }),
    importId: integer('import_id')
      .notNull()
      .references(() => perkImports.id),
    secret: blob('secret', { mode: 'buffer' }).notNull(),
    /** Keyed: the same code is there once. */
    print: text('print').notNull(),
    /** 1 once its import is done. */
    ready: integer('ready').notNull().default(0),
    claimId: integer('claim_id')
      .unique()
      .references(() => perkClaims.id),
  },
  (t) => [
    check('perk_codes_ready', sql`${t.ready} in (0, 1) and (${t.claimId} is null or ${t.ready} = 1)`),
    uniqueIndex('perk_codes_once').on(t.perkId, t.print),
    index('perk_codes_left').on(t.perkId, t.id).where(sql`ready = 1 and claim_id is null`),
    index('perk_codes_by_import').on(t.importId),
  ],
);

export const perkLedger = sqliteTable(
  'perk_ledger',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    guildId: text('guild_id').notNull(),
    perkId: integer('perk_id')
      .notNull()
      .references(() => perks.id, { onDelete: 'cascade' }),
    at: integer('at').notNull(),
    kind: text('kind').notNull(),
    userId: text('user_id'),
    by: text('by'),
    reason: text('reason').notNull(),
    count: integer('count').notNull(),
  },
  (t) => [index('perk_ledger_by_guild').on(t.guildId, t.id), index('perk_ledger_by_perk').on(t.perkId, t.id)],
);

/** Something sealed with the key that all secrets are kept with: another key does not open it. */
export const perkVault = sqliteTable(
  'perk_vault',
  {
    id: integer('id').notNull(),
    proof: blob('proof', { mode: 'buffer' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.id] }), check('perk_vault_one', sql`${t.id} = 1`)],
);
