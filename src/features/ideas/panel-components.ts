import type { ComponentHandler } from '../../discord/define-component.ts';
import type { Reply } from '../../discord/interaction.ts';
import { inPlace, privately, sentence, typedIn } from '../../discord/press.ts';
import { objectId, takeBackId } from './custom-ids.ts';
import { typedText } from './form-input.ts';
import { editForm, objectForm, reportForm, updateForm, withdrawForm } from './form-views.ts';
import { keeping } from './kept.ts';
import { trailView, wholeText } from './pages-views.ts';
import { panelBody, requireStaff, visibleIdea } from './panel.ts';
import { about, on } from './press.ts';
import { formId, type formNames, objectFormId, openFormId, pagesId, parts } from './private-custom-ids.ts';
import { isOwner, refuse } from './rules.ts';
import { decidedNote } from './staff-components.ts';
import type { IdeaSurfaceDeps, PressCall } from './surface-types.ts';

/** What a member does on the panel of an idea: read, report; with their own also edit, add, take back, object. */
export function panelComponents(deps: IdeaSurfaceDeps): ComponentHandler[] {
  const { ideas } = deps;
  return [
    on('button', pagesId, (call, { idea: ideaId, what, page }) => {
      const idea = visibleIdea(deps, call, ideaId);
      if (what === 'text') return inPlace(call, wholeText(idea, page, call.t));
      return inPlace(call, trailView(idea, ideas.trail({ ...about(call), ideaId }), page, call.t));
    }),
    on('button', openFormId, (call, { idea, what }) => openForm(deps, call, idea, what)),
    on('button', takeBackId, (call, { idea: ideaId }) => {
      const idea = visibleIdea(deps, call, ideaId);
      if (!isOwner(idea, call.actor.userId)) requireStaff(deps, call);
      return { kind: 'modal', modal: withdrawForm(ideaId, call.t) };
    }),
    on('button', objectId, (call, { merge: mergeId }) => {
      const merge = ideas.mergeById(mergeId) ?? refuse('ideas.refusals.not-found');
      const idea = visibleIdea(deps, call, merge.sourceId);
      if (!isOwner(idea, call.actor.userId)) refuse('ideas.refusals.not-yours');
      return { kind: 'modal', modal: objectForm(mergeId, call.t) };
    }),
    on('modal', formId, (call, { idea, what }) => {
      const form = typedIn(call);
      const typed = what === 'edit' ? typedText(form) : { body: form.text(parts.text) };
      return keeping(call, typed, () => submitted(deps, call, idea, what));
    }),
    on('modal', objectFormId, (call, { merge: mergeId }) => {
      const reason = typedIn(call).text(parts.text);
      return keeping(call, { body: reason }, async () => {
        const merge = await deps.writer.write(() => ideas.object({ ...about(call), mergeId, reason }));
        for (const each of [merge.sourceId, merge.targetId]) {
          const idea = ideas.ideaOf(each);
          if (idea) deps.refreshIdea(idea);
        }
        return inPlace(call, sentence(call.t('ideas.panel.objected')));
      });
    }),
  ];
}

function openForm(
  deps: IdeaSurfaceDeps,
  call: PressCall,
  ideaId: number,
  what: (typeof formNames)[number],
): Reply {
  const { t, guildId, actor } = call;
  const idea = visibleIdea(deps, call, ideaId);
  const owner = isOwner(idea, actor.userId);
  switch (what) {
    case 'edit': {
      if (!owner && !deps.policy.mayManage(guildId, actor)) refuse('ideas.refusals.not-yours');
      const { categories } = deps.policy.settings(guildId);
      return { kind: 'modal', modal: editForm(idea, categories, t, { reason: !owner }) };
    }
    case 'update':
      if (!owner) refuse('ideas.refusals.not-yours');
      return { kind: 'modal', modal: updateForm(ideaId, t) };
    case 'report':
      return { kind: 'modal', modal: reportForm(ideaId, t) };
    default:
      return what satisfies never;
  }
}

async function submitted(
  deps: IdeaSurfaceDeps,
  call: PressCall,
  ideaId: number,
  what: 'edit' | 'update' | 'report' | 'withdraw',
): Promise<Reply> {
  const { ideas, writer } = deps;
  const form = typedIn(call);
  const typed = form.text(parts.text);
  const asked = { ...about(call), ideaId };
  const { t } = call;
  switch (what) {
    case 'edit': {
      const change = { ...asked, text: typedText(form), reason: form.text(parts.reason) };
      deps.refreshIdea(await writer.write(() => ideas.edit(change)));
      return inPlace(call, panelBody(deps, call, ideaId, t('ideas.panel.edited')));
    }
    case 'update':
      deps.refreshIdea(await writer.write(() => ideas.addUpdate({ ...asked, text: typed })));
      return inPlace(call, panelBody(deps, call, ideaId, t('ideas.panel.updated')));
    case 'withdraw': {
      const idea = await writer.write(() => ideas.withdraw({ ...asked, reason: typed }));
      deps.refreshIdea(idea);
      return decidedNote(deps, call, idea) ?? inPlace(call, sentence(t('ideas.panel.withdrawn')));
    }
    case 'report':
      await writer.write(() => ideas.report({ ...asked, reason: typed }));
      return privately(sentence(t('ideas.panel.reported')));
    default:
      return what satisfies never;
  }
}
