/**
 * `object` with `parts` as further properties of its own, each worked out whenever it is asked for. Getters in an object literal are
 * the same to whoever reads them, but each such object cost ten times as much to make, and left behind in the old generation, until
 * that is collected, what by all signs is a record of the getter with all that it sees: at ten speeches' length a third of what an
 * edit allocated was carried over there.
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

/** One for all the objects that have a property of this name. */
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
