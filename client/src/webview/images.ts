/**
 * Pictures lie beside the speech; for one that leads elsewhere, or is not there, its description stands, as on paper.
 */
export function setSources(stage: HTMLElement, base: string): void {
  for (const image of stage.querySelectorAll<HTMLImageElement>('img[data-src]')) setSource(image, base);
}

function setSource(image: HTMLImageElement, base: string): void {
  const path = image.dataset.src ?? '';
  const describe = () => image.replaceWith(`〔图：${image.alt}〕`);
  delete image.dataset.src;
  if (base === '' || /^(?:[a-z][a-z0-9+.-]*:|[/\\])/i.test(path) || path.split(/[/\\]/).includes('..')) {
    describe();
    return;
  }
  image.addEventListener('error', describe);
  image.src = `${base}/${path.split('/').map(encodeURIComponent).join('/')}`;
}
