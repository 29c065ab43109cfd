import { sql } from 'drizzle-orm';
import { blob, check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** Instants are UTC milliseconds, ids of Discord are text, nested plain data is JSON. Codes and links are only ever kept sealed. */

export const perks = sqliteTable(
  'perks',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    guildId: text('guild_id').notNull(),
    name: text('name').notNull(),
    description: text('description').notNull(),
    terms: text('terms').notNull(),
    reward: text('reward').notNull(),
    roleId: text('role_id'),
    /** JSON: Condition[]. */
    conditions: text('conditions').notNull(),
    expiresAt: integer('expires_at'),
    stock: integer('stock'),
    status: text('status').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at').notNull(),
    statusAt: integer('status_at').notNull(),
    /** Codes that exist and were not taken out; moved in the same write as they. */
    codes: integer('codes').notNull().default(0),
    claimed: integer('claimed').notNull().default(0),
    reserved: integer('reserved').notNull().default(0),
    /** The shared link, sealed. */
    link: blob('link', { mode: 'buffer' }),
    channelId: text('channel_id'),
    messageId: text('message_id'),
    /** JSON: PerkAlert[] that admins have heard. */
    alerted: text('alerted').notNull().default('[]'),
    /** Counts the changes of what the card shows. */
    version: integer('version').notNull().default(0),
    /** 1 while a job sees to it that the latest state is shown. */
    refreshing: integer('refreshing').notNull().default(0),
    /** A replay finds it. */
    interactionId: text('interaction_id').notNull().unique(),
  },
  (t) => [
    check('perks_reward', sql`${t.reward} in ('codes', 'link', 'role')`),
    check('perks_status', sql`${t.status} in ('draft', 'open', 'paused', 'ended')`),
    check('perks_json', sql`json_valid(${t.conditions}) and json_valid(${t.alerted})`),
    check('perks_counts', sql`${t.codes} >= 0 and ${t.claimed} >= 0 and ${t.reserved} >= 0`),
    check('perks_handed_out', sql`${t.reward} <> 'codes' or ${t.claimed} + ${t.reserved} <= ${t.codes}`),
    index('perks_by_guild').on(t.guildId, t.status),
    index('perks_by_place').on(t.channelId, t.messageId).where(sql`channel_id is not null`),
  ],
);

/** A file of codes on its way in: its codes count once `done` is 1. */
export const perkImports = sqliteTable(
  'perk_imports',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    perkId: integer('perk_id')
      .notNull()
      .references(() => perks.id, { onDelete: 'cascade' }),
    interactionId: text('interaction_id').notNull().unique(),
    startedAt: integer('started_at').notNull(),
    added: integer('added').notNull().default(0),
    done: integer('done').notNull().default(0),
  },
  (t) => [
    check('perk_imports_done', sql`${t.done} in (0, 1)`),
    uniqueIndex('perk_imports_running').on(t.perkId).where(sql`done = 0`),
    index('perk_imports_by_perk').on(t.perkId),
  ],
);

/** `adding` -> `free` -> `reserved` or `claimed`, or `taken` by an admin after the end. */
export const perkCodes = sqliteTable(
  'perk_codes',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    perkId: integer('perk_id')
      .notNull()
      .references(() => perks.id, { onDelete: 'cascade' }),
    importId: integer('import_id')
      .notNull()
      .references(() => perkImports.id, { onDelete: 'cascade' }),
    sealed: blob('sealed', { mode: 'buffer' }).notNull(),
    /** Keyed: tells the same code within its perk without opening it. */
    digest: blob('digest', { mode: 'buffer' }).notNull(),
    state: text('state').notNull(),
  },
  (t) => [
    check('perk_codes_state', sql`${t.state} in ('adding', 'free', 'reserved', 'claimed', 'taken')`),
    uniqueIndex('perk_codes_once').on(t.perkId, t.digest),
    index('perk_codes_free').on(t.perkId, t.id).where(sql`state = 'free'`),
    index('perk_codes_by_import').on(t.importId),
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
    grantedBy: text('granted_by').notNull(),
    reason: text('reason').notNull(),
    at: integer('at').notNull(),
    until: integer('until').notNull(),
    status: text('status').notNull(),
    codeId: integer('code_id').references(() => perkCodes.id, { onDelete: 'set null' }),
  },
  (t) => [
    check('perk_grants_status', sql`${t.status} in ('waiting', 'claimed', 'returned')`),
    uniqueIndex('perk_grants_waiting').on(t.perkId, t.userId).where(sql`status = 'waiting'`),
    index('perk_grants_until').on(t.until).where(sql`status = 'waiting'`),
    index('perk_grants_by_code').on(t.codeId).where(sql`code_id is not null`),
  ],
);

/** One per perk and member, and one per code: neither is handed out twice. */
export const perkClaims = sqliteTable(
  'perk_claims',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    perkId: integer('perk_id')
      .notNull()
      .references(() => perks.id, { onDelete: 'cascade' }),
    userId: text('user_id').notNull(),
    claimedAt: integer('claimed_at').notNull(),
    codeId: integer('code_id')
      .unique()
      .references(() => perkCodes.id),
    grantId: integer('grant_id').references(() => perkGrants.id, { onDelete: 'set null' }),
    lapsedAt: integer('lapsed_at'),
  },
  (t) => [
    uniqueIndex('perk_claims_once').on(t.perkId, t.userId),
    index('perk_claims_by_user').on(t.userId, t.perkId),
    index('perk_claims_by_grant').on(t.grantId).where(sql`grant_id is not null`),
  ],
);

/** What happened, without any code. */
export const perkEvents = sqliteTable(
  'perk_events',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    guildId: text('guild_id').notNull(),
    perkId: integer('perk_id')
      .notNull()
      .references(() => perks.id, { onDelete: 'cascade' }),
    at: integer('at').notNull(),
    kind: text('kind').notNull(),
    userId: text('user_id'),
    doneBy: text('done_by'),
    reason: text('reason').notNull().default(''),
    count: integer('count').notNull().default(1),
  },
  (t) => [index('perk_events_by_guild').on(t.guildId, t.id), index('perk_events_by_perk').on(t.perkId, t.id)],
);

/** The one row tells whether the key of the configuration is the one that everything was sealed with. */
export const perkKeys = sqliteTable(
  'perk_keys',
  {
    id: integer('id').primaryKey(),
    checkValue: blob('check_value', { mode: 'buffer' }).notNull(),
  },
  (t) => [check('perk_keys_one', sql`${t.id} = 1`)],
);
