/**
 * `object` with `parts` as further properties, each worked out whenever it is read. Getters in an object literal would
 * look the same to readers, but such an object takes ten times as long to make, and V8 apparently keeps a record of
 * each getter, with everything in its scope, in the old generation until that is collected: with a text of ten
 * speeches, a third of what an edit allocated ended up there.
 */
export function lazily<Made extends object, Parts extends Record<string, () => unknown>>(
  object: Made,
  parts: Parts,
): Made & { readonly [Name in keyof Parts]: ReturnType<Parts[Name]> } {
  Object.defineProperty(object, derivations, { value: parts });
  for (const name in parts) Object.defineProperty(object, name, propertyOf(name));
  return object as ReturnType<typeof lazily<Made, Parts>>;
}

const derivations = Symbol('derivations');

interface Lazy {
  readonly [derivations]: Record<string, () => unknown>;
}

/** One getter for all objects that have a property of this name. */
function propertyOf(name: string): PropertyDescriptor {
  const known = properties.get(name);
  if (known) return known;
  const property = {
    enumerable: true,
    get(this: Lazy) {
      return this[derivations][name]?.();
    },
  };
  properties.set(name, property);
  return property;
}

const properties = new Map<string, PropertyDescriptor>();
