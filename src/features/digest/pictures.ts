import type { Chart, ChartRenderer, ReportPage } from '../../charts/types.ts';
import type { OutgoingFile } from '../../discord/interaction.ts';
import type { Translate } from '../../i18n/translate.ts';
import { digestCharts } from './chart-views.ts';
import type { DigestPictures } from './digest-views.ts';
import type { DigestContent } from './model.ts';

/** Makes the pictures of digests; each takes up to a few seconds. Never throws. */
export interface DrawDigest {
  /** What could be drawn; a digest goes out without the others. */
  digest(content: DigestContent, t: Translate): Promise<OutgoingFile[]>;
  /** Undefined: it could not be drawn. */
  report(page: ReportPage): Promise<Buffer | undefined>;
}

/** `onNoPicture` hears why one could not be made. */
export function drawDigest(
  charts: Pick<ChartRenderer, 'png'>,
  onNoPicture: (error: unknown) => void,
): DrawDigest {
  const png = async (chart: Chart): Promise<Buffer | undefined> => {
    try {
      return await charts.png(chart);
    } catch (error) {
      onNoPicture(error);
      return undefined;
    }
  };
  const filed = async (name: string, { chart, alt }: { chart: Chart; alt: string }) => {
    const data = await png(chart);
    return data ? [{ name: `${name}.png`, data, contentType: 'image/png', description: alt }] : [];
  };
  return {
    async digest(content, t) {
      const { trend, hours } = digestCharts(content, t);
      return (await Promise.all([filed('trend', trend), filed('hours', hours)])).flat();
    },
    report: png,
  };
}

/** The names under which a digest shows the pictures that go along. */
export function picturesIn(files: readonly OutgoingFile[]): DigestPictures {
  const nameOf = (which: string) => files.find(({ name }) => name.startsWith(which))?.name;
  return { trend: nameOf('trend'), hours: nameOf('hours') };
}
