import {
  GuildScheduledEventEntityType as Entity,
  GuildScheduledEventStatus as Status,
} from 'discord-api-types/v10';
import { refuse } from '../errors.ts';
import {
  asModel,
  type Body,
  choice,
  instant,
  integer,
  list,
  model,
  snowflake,
  text,
  valuesOf,
} from './fields.ts';
import { at, badChoice, bodySpot, fault, required, type Spot, settle } from './form.ts';

/** What an edit starts from. */
export interface EventFacts {
  readonly status: Status;
  readonly entity_type: Entity;
  readonly scheduled_start_time: string;
  readonly scheduled_end_time: string | null;
  readonly channel_id: string | null;
  readonly entity_metadata: unknown;
}

/** Where a status may go: forward only. */
const NEXT: Record<Status, readonly Status[]> = {
  [Status.Scheduled]: [Status.Active, Status.Canceled],
  [Status.Active]: [Status.Completed],
  [Status.Completed]: [],
  [Status.Canceled]: [],
};

/**
 * A scheduled event to create, or with `current` its change (checked as the whole that it leaves). `now` in UTC ms.
 * @throws DiscordError 50035, 180000 (the event is over)
 */
export function checkScheduledEvent(body: unknown, now: number, current?: EventFacts): void {
  const spot = bodySpot();
  const change = asModel(spot, body);
  if (change) {
    if (current && NEXT[current.status].length === 0) throw refuse(180_000);
    const whole = current ? { ...current, ...change } : change;
    checkWords(spot, change, current === undefined);
    checkTimes(spot, change, whole, now);
    checkPlace(spot, whole);
    checkStatus(spot, change, current);
    checkRecurrence(spot, change);
  }
  settle(spot);
}

function checkWords(spot: Spot, event: Body, creating: boolean): void {
  if (creating || event['name'] !== undefined)
    text(spot, event, 'name', { required: true, min: 1, max: 100 });
  text(spot, event, 'description', { max: 1000 });
  choice(spot, event, 'privacy_level', [2], { required: creating });
  choice(spot, event, 'entity_type', valuesOf(Entity), { required: creating });
}

function checkTimes(spot: Spot, change: Body, whole: Body, now: number): void {
  const start = instant(spot, whole, 'scheduled_start_time', { required: true });
  const end = instant(spot, whole, 'scheduled_end_time', {
    required: whole['entity_type'] === Entity.External,
  });
  if (start !== undefined && start <= now && change['scheduled_start_time'] !== undefined) {
    const message = 'Cannot schedule event in the past.';
    fault(at(spot, 'scheduled_start_time'), 'GUILD_SCHEDULED_EVENT_SCHEDULE_PAST', message);
  }
  if (start === undefined || end === undefined || end > start) return;
  const message = 'Cannot schedule event to end before it starts.';
  fault(at(spot, 'scheduled_end_time'), 'GUILD_SCHEDULED_EVENT_SCHEDULE_END_BEFORE_START', message);
}

/** External events have a location in words; the others a channel. */
function checkPlace(spot: Spot, event: Body): void {
  if (event['entity_type'] !== Entity.External) {
    snowflake(spot, event, 'channel_id', { required: true });
    return;
  }
  const metadata = model(spot, event, 'entity_metadata', { required: true });
  if (metadata) text(at(spot, 'entity_metadata'), metadata, 'location', { required: true, min: 1, max: 100 });
  if (event['channel_id'] === undefined || event['channel_id'] === null) return;
  fault(at(spot, 'channel_id'), 'GUILD_SCHEDULED_EVENT_CHANNEL_INVALID', 'External events have no channel');
}

function checkStatus(spot: Spot, change: Body, current: EventFacts | undefined): void {
  const status = choice(spot, change, 'status', valuesOf(Status));
  if (status === undefined || !current || status === current.status) return;
  if (!NEXT[current.status].includes(status)) badChoice(at(spot, 'status'), NEXT[current.status]);
}

/** Weekly on one day (every week or every other), daily on a known set of days, monthly on one nth day, or yearly. */
function checkRecurrence(spot: Spot, change: Body): void {
  const rule = model(spot, change, 'recurrence_rule');
  if (!rule) return;
  const place = at(spot, 'recurrence_rule');
  instant(place, rule, 'start', { required: true });
  const frequency = choice(place, rule, 'frequency', [0, 1, 2, 3], { required: true });
  const interval = integer(place, rule, 'interval', { required: true, min: 1 });
  if (interval !== undefined && interval !== 1 && !(frequency === 2 && interval === 2)) {
    badChoice(at(place, 'interval'), frequency === 2 ? [1, 2] : [1]);
  }
  const weekdays = list(place, rule, 'by_weekday', { max: 7 });
  if (frequency === 2 && weekdays && weekdays.length !== 1) {
    fault(at(place, 'by_weekday'), 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 1 in length.');
  }
  const nth = list(place, rule, 'by_n_weekday', { max: 1 });
  if (frequency === 1 && !nth?.length) required(at(place, 'by_n_weekday'));
  for (const key of ['count', 'end']) {
    if (rule[key] === undefined || rule[key] === null) continue;
    fault(at(place, key), 'RECURRENCE_RULE_FIELD_INVALID', 'This field cannot be set');
  }
}
