import type { APIApplicationCommandOptionChoice } from 'discord-api-types/v10';
import { ChannelType } from 'discord-api-types/v10';
import type { Call, Reply } from '../../discord/interaction.ts';
import { privately } from '../../discord/press.ts';
import { UserError } from '../../shared/user-error.ts';
import { mineBody, openAskForm } from './ask-components.ts';
import { panelBody } from './card.ts';
import { preview, switchBits } from './draft-components.ts';
import { audienceTypes } from './draft-views.ts';
import { fileReply } from './files.ts';
import { cancelForm, createForm } from './form-views.ts';
import { amaHelp } from './help-views.ts';
import type { Ama } from './model.ts';
import { about, worded } from './press.ts';
import { browseOrders } from './private-custom-ids.ts';
import { browseBody, listBody, showBody } from './read-components.ts';
import { refuse } from './rules.ts';
import { amaChoices } from './show-views.ts';
import type { AmaSurfaceDeps } from './surface-types.ts';

/** The options of `/ama create`; what is left out has a default. */
export interface CreateOptions {
  channelId: string | undefined;
  stageId: string | undefined;
  staffChannelId: string | undefined;
  queue: string | undefined;
  anonymous: boolean | undefined;
  several: boolean | undefined;
  attachments: boolean | undefined;
}

/** An AMA as it was typed, or nothing where there is only one anyway. */
type Typed = string | undefined;

/** What the commands do; the buttons do the same through the same functions. */
export interface AmaActions {
  create(call: Call, options: CreateOptions): Promise<Reply>;
  ask(call: Call, typed: Typed): Promise<Reply>;
  list(call: Call, which: string | undefined): Promise<Reply>;
  show(call: Call, typed: Typed): Promise<Reply>;
  questions(call: Call, typed: Typed, order: string | undefined): Promise<Reply>;
  mine(call: Call, typed: Typed): Promise<Reply>;
  panel(call: Call, typed: Typed): Promise<Reply>;
  edit(call: Call, typed: Typed): Promise<Reply>;
  cancel(call: Call, typed: Typed): Promise<Reply>;
  exportFile(call: Call, typed: Typed, as: string | undefined): Promise<Reply>;
  help(call: Call): Promise<Reply>;
  /** For autocomplete. */
  choices(call: Call, typed: string): APIApplicationCommandOptionChoice[];
}

export function amaActions(deps: AmaSurfaceDeps): AmaActions {
  const { amas, policy, writer } = deps;
  const found = (call: Call, typed: Typed) => find(deps, call, typed);

  return {
    create: (call, options) => worded(call.t, () => openCreateForm(deps, call, options)),
    ask: (call, typed) => worded(call.t, () => openAskForm(deps, call, toAsk(deps, call, typed).id)),
    list: (call, which) =>
      worded(call.t, () => privately(listBody(deps, call, which === 'past' ? 'past' : 'open', 0))),
    show: (call, typed) => worded(call.t, () => privately(showBody(deps, call, found(call, typed).id))),
    questions: (call, typed, order) =>
      worded(call.t, () => {
        const by = browseOrders.find((each) => each === order) ?? 'support';
        return privately(browseBody(deps, call, found(call, typed).id, by, 0));
      }),
    mine: (call, typed) => worded(call.t, () => privately(mineBody(deps, call, found(call, typed).id, 0))),
    panel: (call, typed) => worded(call.t, () => privately(panelBody(deps, call, found(call, typed).id))),
    edit: (call, typed) =>
      worded(call.t, async () => {
        const { id: amaId } = found(call, typed);
        const asked = { ...about(call), amaId, interactionId: call.raw.id };
        const draft = await writer.write(() => amas.draftOf(asked));
        return privately(await preview(deps, call, draft));
      }),
    cancel: (call, typed) =>
      worded(call.t, () => {
        const ama = found(call, typed);
        if (!amas.rights({ ...about(call), amaId: ama.id }).moderate) {
          refuse('amas.refusals.may-not-moderate');
        }
        if (ama.status === 'closed' || ama.status === 'cancelled') refuse('amas.refusals.over');
        return { kind: 'modal', modal: cancelForm(ama, call.t) };
      }),
    exportFile: (call, typed, as) =>
      worded(call.t, () => fileReply(deps, call, found(call, typed).id, as === 'csv' ? 'csv' : 'markdown')),
    help: (call) =>
      worded(call.t, () => privately(amaHelp({ staff: policy.mayManage(call.guildId, call.actor) }, call.t))),
    choices: (call, typed) => amaChoices(amas.suggest({ ...about(call), text: typed }), call.t),
  };
}

/** What was typed; else the only one that is open, else the last one that was. */
function find({ amas }: AmaSurfaceDeps, call: Call, typed: Typed): Ama {
  if (typed !== undefined && typed.trim() !== '') {
    return amas.resolve({ ...about(call), text: typed }) ?? refuse('amas.refusals.not-found');
  }
  const only = amas.only(about(call));
  if (only) return only;
  const open = amas.list({ ...about(call), which: 'open', page: 0 });
  if (open.total > 1) throw new UserError('amas.refusals.which-one');
  const [first] = open.rows;
  const [last] = amas.list({ ...about(call), which: 'past', page: 0 }).rows;
  return first ?? last ?? refuse('amas.refusals.not-found');
}

/** Only one that takes questions comes by itself. */
function toAsk(deps: AmaSurfaceDeps, call: Call, typed: Typed): Ama {
  if (typed !== undefined && typed.trim() !== '') return find(deps, call, typed);
  const only = deps.amas.only(about(call));
  if (only) return only;
  const { total } = deps.amas.list({ ...about(call), which: 'open', page: 0 });
  throw new UserError(total > 1 ? 'amas.refusals.which-one' : 'amas.refusals.none-open');
}

function openCreateForm(deps: AmaSurfaceDeps, call: Call, options: CreateOptions): Reply {
  const { guildId, actor, t } = call;
  if (!deps.policy.mayManage(guildId, actor)) refuse('amas.refusals.may-not-host');
  const staff = options.staffChannelId ?? deps.noticesChannelOf(guildId);
  if (staff === undefined) refuse('amas.refusals.no-staff-channel');
  const channel = options.channelId ?? here(call);
  if (channel === undefined) throw new UserError('amas.refusals.channel-kind');
  const bits = switchBits({
    review: options.queue !== 'open',
    anonymous: options.anonymous ?? true,
    several: options.several ?? true,
    attachments: options.attachments ?? false,
  });
  const form = { channel, staff, stage: options.stageId ?? '', bits };
  return { kind: 'modal', modal: createForm(form, deps.policy.timeZone(guildId), t) };
}

/** This channel, or the one that this thread belongs to, where an AMA can stand there. */
function here({ raw, channelId }: Call): string | undefined {
  const { channel } = raw;
  if (!channel) return undefined;
  if (audienceTypes.some((type) => type === channel.type)) return channelId;
  const inThread =
    channel.type === ChannelType.PublicThread || channel.type === ChannelType.AnnouncementThread;
  return inThread && 'parent_id' in channel ? (channel.parent_id ?? undefined) : undefined;
}
