import { toCsv } from '../../shared/csv.ts';
import { folded } from '../../shared/text.ts';
import type { Access } from './access.ts';
import type { AmaRepository } from './ama-repository.ts';
import { nextIds, panelOf } from './board.ts';
import { questionRows } from './export.ts';
import { amaLimits, type FairnessReceipt } from './model.ts';
import { paged } from './paging.ts';
import type { AmaService } from './ports.ts';
import type { QuestionRepository } from './question-repository.ts';
import { receiptOf } from './receipt.ts';
import type { ResultRepository } from './result-repository.ts';
import { isPublic, refuse } from './rules.ts';
import { topicsOf } from './transcript.ts';

export interface ShowcaseServiceParts {
  amas: AmaRepository;
  questions: QuestionRepository;
  results: ResultRepository;
  access: Access;
}

type Showing = 'panel' | 'pending' | 'upNext' | 'findQuestions' | 'receipt' | 'exportCsv' | 'transcript';

const A_PAGE = 5;
/** Discord's limit for menus and autocomplete choices. */
const MOST_FOUND = 25;

/** What those who run an AMA look through, and what stays of it: none of this writes. */
export function createShowcaseService(parts: ShowcaseServiceParts): Pick<AmaService, Showing> {
  const { amas, results, access } = parts;

  const receipt = (amaId: number): FairnessReceipt => receiptOf(results.outcomes(amaId));

  return {
    panel: (call) => panelOf(parts, access.loadToRun(call).ama),

    pending(call) {
      const { id } = access.loadToRun(call).ama;
      const total = results.counts(id).pending;
      return paged(call.page, { total, perPage: A_PAGE }, (part) => results.oldest(id, 'pending', part));
    },

    upNext(call) {
      const ids = nextIds(results, access.loadToRun(call).ama.id);
      return paged(call.page, { total: ids.length, perPage: A_PAGE }, ({ limit, offset }) =>
        results.inOrder(ids.slice(offset, offset + limit)),
      );
    },

    findQuestions(call) {
      const { statuses, except } = call;
      const { id } = access.loadToRun(call).ama;
      const typed = folded(call.text.slice(0, amaLimits.question));
      const number = /^#?(\d{1,9})$/u.exec(typed)?.[1];
      const known = results.words(id, statuses).filter((each) => each.id !== except);
      const numbered = known.filter((each) => String(each.number) === number);
      const worded = known.filter(
        (each) => !numbered.includes(each) && (typed === '' || folded(each.text).includes(typed)),
      );
      return results.inOrder([...numbered, ...worded].slice(0, MOST_FOUND).map((each) => each.id));
    },

    receipt,

    exportCsv(call) {
      const { id } = access.loadToModerate(call).ama;
      return { fileName: `ama-${id}.csv`, csv: toCsv(questionRows(results.all(id), call.words)) };
    },

    transcript(amaId) {
      const ama = amas.find(amaId)?.ama ?? refuse('amas.refusals.not-found');
      const questions = results.all(amaId).filter(isPublic);
      return {
        ama,
        topics: topicsOf(questions.filter(({ status }) => status === 'answered')),
        parked: questions.filter(({ status }) => status === 'parked'),
        receipt: receipt(amaId),
      };
    },
  };
}
