import { useState } from 'preact/hooks';
import { useDialog } from '../hooks/use-dialog.ts';
import { dialogs, type Picture } from './dialog-store.ts';
import { Icon } from './Icon.tsx';

/** Pictures in full size with their alt text; arrow keys go through them. */
export function Lightbox({ pictures, start }: { pictures: Picture[]; start: number }) {
  const [index, setIndex] = useState(start);
  const dialog = useDialog(dialogs.close);
  const picture = pictures[index];
  const move = (by: number) => setIndex((index + by + pictures.length) % pictures.length);
  if (picture === undefined) return null;
  return (
    <dialog
      class="lightbox"
      ref={dialog}
      aria-label={picture.alt === '' ? 'Image' : `Image: ${picture.alt}`}
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight') move(1);
        if (event.key === 'ArrowLeft') move(-1);
      }}
    >
      <img src={picture.url} alt={picture.alt} />
      {picture.alt !== '' && <p class="lightbox-alt">{picture.alt}</p>}
      <div class="lightbox-bar">
        {pictures.length > 1 && (
          <>
            <button type="button" class="icon-button" aria-label="Previous image" onClick={() => move(-1)}>
              <Icon name="left" />
            </button>
            <span>
              {index + 1} of {pictures.length}
            </span>
            <button type="button" class="icon-button" aria-label="Next image" onClick={() => move(1)}>
              <Icon name="right" />
            </button>
          </>
        )}
        <a
          class="icon-button"
          href={picture.url}
          target="_blank"
          rel="noreferrer noopener"
          aria-label="Open in a new tab"
        >
          <Icon name="external" />
        </a>
        <button type="button" class="icon-button" aria-label="Close" onClick={dialogs.close}>
          <Icon name="close" />
        </button>
      </div>
    </dialog>
  );
}
