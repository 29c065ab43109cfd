import type { ComponentHandler } from '../../discord/define-component.ts';
import type { Call, MessageBody, Reply } from '../../discord/interaction.ts';
import { inPlace, isPrivate, picked, privately } from '../../discord/press.ts';
import { browseView, nextUpView } from './browse-views.ts';
import { newCard, showCard } from './card.ts';
import { browseId, pickId, questionId, showId } from './custom-ids.ts';
import { fileReply } from './files.ts';
import type { BrowseOrder } from './ports.ts';
import { about, on, refreshOf } from './press.ts';
import {
  browsePageId,
  fileId,
  listId,
  listOpenId,
  nextUpId,
  supportId,
  trailId,
} from './private-custom-ids.ts';
import { refuse } from './rules.ts';
import { amaList, amaView, trailView } from './show-views.ts';
import type { AmaSurfaceDeps, PressCall } from './surface-types.ts';

/** Reading: questions with Support, one question, one AMA, lists, the history, files. */
export function readComponents(deps: AmaSurfaceDeps): ComponentHandler[] {
  return [
    on('button', browseId, (call, { ama }) => privately(browseBody(deps, call, ama, 'support', 0))),
    on('button', browsePageId, (call, { ama, order, page }) =>
      inPlace(call, browseBody(deps, call, ama, order, page)),
    ),
    on('button', supportId, (call, fields) => support(deps, call, fields)),
    on('button', questionId, (call, { question }) => newCard(deps, call, question)),
    on('select', pickId, (call) => newCard(deps, call, pickedId(call, 'amas.refusals.question-not-found'))),
    on('button', showId, (call, { ama }) => privately(showBody(deps, call, ama))),
    on('button', listId, (call, { which, page }) => inPlace(call, listBody(deps, call, which, page))),
    on('select', listOpenId, (call) =>
      privately(showBody(deps, call, pickedId(call, 'amas.refusals.not-found'))),
    ),
    on('button', nextUpId, (call, { ama, page }) => inPlace(call, nextUpBody(deps, call, ama, page))),
    on('button', trailId, (call, { ama, page }) => inPlace(call, trailBody(deps, call, ama, page))),
    on('button', fileId, (call, { ama, as }) => fileReply(deps, call, ama, as), 'defer-ephemeral'),
  ];
}

/** A client may send anything. */
function pickedId(
  call: PressCall,
  missing: 'amas.refusals.not-found' | 'amas.refusals.question-not-found',
): number {
  const id = picked(call) ?? '';
  return /^\d{1,15}$/u.test(id) ? Number(id) : refuse(missing);
}

export function browseBody(
  { amas }: AmaSurfaceDeps,
  call: Call,
  amaId: number,
  order: BrowseOrder,
  page: number,
): MessageBody {
  const asked = { ...about(call), amaId };
  const found = amas.browse({ ...asked, order, page });
  return browseView({ ama: amas.ama(asked), page: found, order, now: call.now }, call.t);
}

export function showBody({ amas }: AmaSurfaceDeps, call: Call, amaId: number): MessageBody {
  const asked = { ...about(call), amaId };
  return amaView({ ama: amas.ama(asked), rights: amas.rights(asked), now: call.now }, call.t);
}

export function listBody(
  { amas }: AmaSurfaceDeps,
  call: Call,
  which: 'open' | 'past',
  page: number,
): MessageBody {
  return amaList(amas.list({ ...about(call), which, page }), which, call.t);
}

export function nextUpBody({ amas }: AmaSurfaceDeps, call: Call, amaId: number, page: number): MessageBody {
  const asked = { ...about(call), amaId };
  return nextUpView(amas.ama(asked), amas.upNext({ ...asked, page }), call.t);
}

function trailBody({ amas }: AmaSurfaceDeps, call: Call, amaId: number, page: number): MessageBody {
  const asked = { ...about(call), amaId };
  const events = amas.trail(asked);
  return trailView({ ama: amas.ama(asked), events, page }, call.t);
}

/** The list, or the card, shows it where the button stood. */
async function support(
  deps: AmaSurfaceDeps,
  call: PressCall,
  fields: { question: number; at: 'list' | 'card'; order: BrowseOrder; page: number },
): Promise<Reply> {
  const { amas, writer } = deps;
  const pressed = { ...about(call), questionId: fields.question, interactionId: call.raw.id };
  const { question, supporting, changed } = await writer.write(() => amas.toggleSupport(pressed));
  if (changed) refreshOf(deps, question);
  if (isPrivate(call) && fields.at === 'list') {
    return inPlace(call, browseBody(deps, call, question.amaId, fields.order, fields.page));
  }
  const number = String(question.number);
  const words = supporting
    ? call.t('amas.browse.supported', { number, count: question.supports })
    : call.t('amas.browse.stopped', { number });
  return showCard(deps, call, question.id, words);
}
