/** Where the last checks stand: on this device, and nowhere else. */
const PLACE = "magdit-recent";

/** Most checks that are kept. */
export const MOST = 5;

const isText = (value) => typeof value === "string" && value.length <= 200;

/** The last checks, the latest first; nothing that is not written as here. */
export function recent() {
  try {
    const list = JSON.parse(localStorage.getItem(PLACE) ?? "[]");
    const right = ({ tool, name, context }) => [tool, name, context].every(isText);
    return list.filter((one) => one && right(one)).slice(0, MOST);
  } catch {
    return [];
  }
}

/** Puts a check in front. Where nothing may be kept, nothing is. */
export function remember(check) {
  const others = recent().filter(({ tool }) => tool !== check.tool);
  try {
    localStorage.setItem(PLACE, JSON.stringify([check, ...others].slice(0, MOST)));
  } catch {
    // A private window: the list stays empty.
  }
}

export function erase() {
  try {
    localStorage.removeItem(PLACE);
  } catch {
    // There was nothing.
  }
}
