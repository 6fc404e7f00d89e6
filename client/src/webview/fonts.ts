/** Says which faces are not installed; empty where all are there. */
export function missingFaces(
  faces: ReadonlyArray<{ readonly name: string; readonly families: readonly string[] }>,
  texts: Readonly<Record<string, string>>,
): string {
  const missing = faces.filter(({ families }) => !families.some(isInstalled)).map(({ name }) => name);
  return missing.length === 0 ? '' : (texts.missingFonts ?? '').replace('{0}', missing.join('、'));
}

/** A font that is there draws Latin letters otherwise than the generic ones do. */
function isInstalled(family: string): boolean {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return true;
  return ['serif', 'monospace'].every((generic) => {
    context.font = `72px ${generic}`;
    const plain = context.measureText(probe).width;
    context.font = `72px "${family}", ${generic}`;
    return context.measureText(probe).width !== plain;
  });
}

const probe = 'mmMWlli0129fg,.';
