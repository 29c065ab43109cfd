import type { GalleryItem } from '../api/component-types.ts';
import { dialogs } from './dialog-store.ts';
import { Veil } from './Veil.tsx';

/** One to ten pictures in a tidy grid; pressing one opens it large. */
export function Gallery({ items }: { items: GalleryItem[] }) {
  const pictures = items.map((item) => ({ url: item.media.url, alt: item.description ?? '' }));
  return (
    <div class="gallery" data-count={Math.min(items.length, 5)}>
      {items.map((item, index) => (
        <Veil hidden={item.spoiler} key={item.media.url}>
          <PictureButton
            url={item.media.url}
            alt={item.description ?? ''}
            width={items.length === 1 ? item.media.width : undefined}
            height={items.length === 1 ? item.media.height : undefined}
            onOpen={() => dialogs.pictures(pictures, index)}
          />
        </Veil>
      ))}
    </div>
  );
}

interface PictureProps {
  url: string;
  alt: string;
  width?: number | null;
  height?: number | null;
  onOpen(): void;
}

export function PictureButton({ url, alt, width, height, onOpen }: PictureProps) {
  const ratio =
    width && height ? { aspectRatio: `${width} / ${height}`, width: `min(100%, ${width}px)` } : undefined;
  return (
    <button
      type="button"
      class="picture"
      style={ratio}
      aria-label={alt === '' ? 'Open image' : `Open image: ${alt}`}
      onClick={onOpen}
    >
      <img src={url} alt={alt} title={alt === '' ? undefined : alt} loading="lazy" />
      {alt !== '' && (
        <span class="alt-mark" aria-hidden="true">
          ALT
        </span>
      )}
    </button>
  );
}
