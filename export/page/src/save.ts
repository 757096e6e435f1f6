// Saving the picture as it is seen.
import { toBlob } from '@sigma/export-image';
import { h } from './dom.js';
import { fileName } from './file_name.js';
import type { Picture } from './picture.js';
import { pictureSvg } from './svg.js';

function hand(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = h('a', { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the address after the click.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Hands the picture to the reader as a file. @return its name. */
export async function savePicture(
  picture: Picture,
  title: string,
  ending: 'png' | 'svg',
): Promise<string> {
  const name = fileName(title, ending);
  if (ending === 'svg') {
    const text = pictureSvg(picture, title);
    hand(new Blob([text], { type: 'image/svg+xml' }), name);
    return name;
  }
  const layers = ['edges', 'nodes', 'edgeLabels', 'labels', 'hovers', 'hoverNodes'];
  const blob = await toBlob(picture.renderer, {
    layers,
    backgroundColor: picture.colours.background,
    format: 'png',
    // It is drawn anew by another renderer, but names stand where they are seen.
    sigmaSettings: { defaultDrawNodeLabel: () => undefined },
    withTempRenderer: (renderer) => {
      const context = renderer.getCanvases()['labels']?.getContext('2d');
      if (context) picture.paintNames(context);
    },
  });
  hand(blob, name);
  return name;
}
