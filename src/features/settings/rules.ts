import type { Locale } from '../../i18n/translate.ts';
import { escapeMarkdown, plainLine } from '../../shared/text.ts';
import { UserError } from '../../shared/user-error.ts';

export type PollCreators = 'everyone' | 'roles' | 'staff';

export interface GuildSettings {
  /** IANA name. */
  timeZone: string;
  /** For what a channel sees. */
  locale: Locale;
  /** May steer everybody's polls, like members with Manage Server. */
  staffRoleId: string | undefined;
  /** Undefined: polls appear where they were made. */
  pollsChannelId: string | undefined;
  noticesChannelId: string | undefined;
  pollCreators: PollCreators;
  pollCreatorRoleIds: readonly string[];
}

/** Whoever acts, from the interaction itself. */
export interface SettingsActor {
  roleIds: readonly string[];
  permissions: bigint;
}

/** Discord's permission bits Administrator and Manage Server. */
const inCharge = (1n << 3n) | (1n << 5n);

export function isStaff(settings: GuildSettings, actor: SettingsActor): boolean {
  if ((actor.permissions & inCharge) !== 0n) return true;
  return settings.staffRoleId !== undefined && actor.roleIds.includes(settings.staffRoleId);
}

export function mayCreatePolls(settings: GuildSettings, actor: SettingsActor): boolean {
  if (isStaff(settings, actor)) return true;
  switch (settings.pollCreators) {
    case 'everyone':
      return true;
    case 'roles':
      return settings.pollCreatorRoleIds.some((role) => actor.roleIds.includes(role));
    case 'staff':
      return false;
    default:
      return settings.pollCreators satisfies never;
  }
}

/** Offered in the menu; every other zone goes through the form. At most 24, so that the present one fits too. */
export const commonZones: readonly string[] = [
  'UTC',
  'America/Los_Angeles',
  'America/Denver',
  'America/Chicago',
  'America/New_York',
  'America/Sao_Paulo',
  'Europe/London',
  'Europe/Lisbon',
  'Europe/Paris',
  'Europe/Berlin',
  'Europe/Warsaw',
  'Europe/Kyiv',
  'Europe/Istanbul',
  'Africa/Lagos',
  'Africa/Johannesburg',
  'Asia/Dubai',
  'Asia/Kolkata',
  'Asia/Bangkok',
  'Asia/Shanghai',
  'Asia/Seoul',
  'Asia/Tokyo',
  'Australia/Perth',
  'Australia/Sydney',
  'Pacific/Auckland',
];

const allZones = [...new Set([...commonZones, ...Intl.supportedValuesOf('timeZone')])].sort();
const longestZone = 60;

/** Whether the runtime knows the zone; offsets such as +02:00 are refused, because they know no summer time. */
export function isTimeZone(name: string): boolean {
  if (name.length > longestZone || !/^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/u.test(name))
    return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/**
 * The zone that somebody typed: its name in any case, or its city (`new york`). Throws a refusal that names up
 * to three similar zones.
 */
export function parseTimeZone(typed: string): string {
  const wanted = squash(typed);
  const exact = allZones.find((zone) => squash(zone) === wanted);
  if (exact !== undefined) return exact;
  const named = typed.trim();
  if (isTimeZone(named)) return named;
  const cities = allZones.filter((zone) => cityOf(zone) === wanted);
  if (wanted !== '' && cities.length === 1 && cities[0] !== undefined) return cities[0];
  const near = cities.length > 0 ? cities : similarZones(wanted, 3);
  const shown = escapeMarkdown(plainLine(named).slice(0, longestZone));
  if (near.length === 0) throw new UserError('settings.refusals.unknownZone', { typed: shown });
  throw new UserError('settings.refusals.unknownZoneNearby', {
    typed: shown,
    suggestions: near.slice(0, 3).join(', '),
  });
}

/** Zones whose name holds what was typed, those that begin with it first. */
function similarZones(wanted: string, most: number): string[] {
  if (wanted.length < 3) return [];
  const holding = allZones.filter((zone) => squash(zone).includes(wanted));
  return holding
    .toSorted((a, b) => Number(cityOf(b).startsWith(wanted)) - Number(cityOf(a).startsWith(wanted)))
    .slice(0, most);
}

function cityOf(zone: string): string {
  return squash(zone.slice(zone.lastIndexOf('/') + 1));
}

function squash(text: string): string {
  return text.toLowerCase().replace(/[\s_-]+/gu, '');
}

/** The time on the wall in a zone, e.g. `17:05` or `5:05 PM`. */
export function wallTime(now: number, timeZone: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { timeZone, timeStyle: 'short' }).format(now);
}
