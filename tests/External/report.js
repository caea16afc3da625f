// What the script of the report page does, tried in a page whose numbers are known. Uses report, open and settings of checks.js.
'use strict';

const mostScriptBytes = 8192;

const at = (view, target, type, x, y, more = {}) => {
  const event = type === 'wheel' ? view.WheelEvent : type.startsWith('pointer') ? view.PointerEvent : view.MouseEvent;
  return target.dispatchEvent(new event(type, { bubbles: true, cancelable: true, clientX: x, clientY: y, pointerId: 1, isPrimary: true, ...more }));
};
const press = (view, key) => view.document.activeElement.dispatchEvent(new view.KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
const readOut = content => content.querySelector('figure .tip')?.innerText.replaceAll('\u2212', '-') ?? '';

// The numbers of a value tip, powers of ten included.
function numbersIn(tip) {
  return [...tip.children].slice(1).map(line => {
    const power = line.querySelector('sup');
    const plain = line.textContent.split(' = ')[1].replaceAll('\u2212', '-');
    if (!power) return Number(plain);
    const exponent = Number(power.textContent.replaceAll('\u2212', '-'));
    const digits = plain.slice(0, plain.length - power.textContent.length).split(' × ');
    return (digits.length === 1 ? 1 : Number(digits[0])) * 10 ** exponent;
  });
}

const isNear = (read, value) => Math.abs(read - value) <= 2e-3 * Math.abs(value);

function checkHover(content, view) {
  const box = content.querySelector('figure .drawing');
  box.dispatchEvent(new view.PointerEvent('pointerenter'));
  const over = box.querySelector('.over');
  const frame = over.getBoundingClientRect();
  const drawing = box.querySelector('svg').getBoundingClientRect();
  report(['x', 'y', 'width', 'height'].every(side => Math.abs(frame[side] - drawing[side]) < 0.01), 'report: what can be pointed at lies on the drawing');
  const ratio = frame.width / over.viewBox.baseVal.width;
  const wrong = [];
  for (const { px, py, x, y } of settings.points) {
    at(view, over, 'pointermove', frame.x + px * ratio + 3, frame.y + py * ratio - 2);
    const tip = content.querySelector('.tip'), dot = over.querySelector('circle');
    const [readX, readY] = numbersIn(tip);
    const isThere = Math.hypot(dot.getAttribute('cx') - px, dot.getAttribute('cy') - py) < 0.5;
    if (!isNear(readX, x) || !isNear(readY, y) || !isThere) wrong.push(`${x}, ${y} reads "${tip.innerText}"`);
  }
  report(wrong.length === 0, `report: ${settings.points.length} points on logarithmic axes read as they are`, wrong.join('; '));
  const text = readOut(content);
  report(text.startsWith('s1 <b>bold</b>') && text.includes('time t (s) = ') && !content.querySelector('.tip b b'), 'report: a value has the name and the unit, as text', text);
  at(view, over, 'pointerleave', 0, 0);
  report(readOut(content) === '', 'report: the value goes with the pointer');
  return { box, over, frame, ratio };
}

function checkKeys(content, view, { box, over }) {
  box.focus();
  const handles = [...over.querySelectorAll('[role=button]')];
  report(handles.length === 2 && handles.every(handle => handle.tabIndex === 0), 'report: names can be reached by Tab in a figure that has the focus');
  handles[0].focus();
  const first = numbersIn(content.querySelector('.tip'));
  press(view, 'ArrowRight');
  press(view, 'ArrowRight');
  const third = numbersIn(content.querySelector('.tip'));
  press(view, 'End');
  const last = numbersIn(content.querySelector('.tip'));
  const expected = [0, 2, 3].map(i => settings.points[i]);
  report([first, third, last].every(([x, y], i) => isNear(x, expected[i].x) && isNear(y, expected[i].y)), 'report: arrows step through points', `${first}; ${third}; ${last}`);
  const mark = content.getElementById('first-known-mark-dots');
  press(view, 'Enter');
  report(mark.style.display === 'none' && handles[0].getAttribute('aria-pressed') === 'false', 'report: Enter hides what a name names');
  const rect = handles[0].querySelector('rect');
  rect.dispatchEvent(new view.MouseEvent('click', { bubbles: true }));
  report(mark.style.display === '' && handles[0].getAttribute('aria-pressed') === 'true', 'report: a click shows it again');
  content.activeElement.blur();
  report(handles.every(handle => handle.tabIndex === -1), 'report: Tab passes over names of a figure without the focus');
}

function checkZoom(content, view, { over, frame, ratio }) {
  const { px, py, x, y } = settings.points[1];
  const [left, top] = [frame.x + px * ratio, frame.y + py * ratio];
  const isStill = at(view, over, 'wheel', left, top, { deltaY: -300 });
  report(isStill && !over.querySelector('.axis'), 'report: the wheel alone scrolls the page');
  at(view, over, 'wheel', left, top, { deltaY: -300, ctrlKey: true });
  report(Boolean(over.querySelector('.axis')) && over.querySelector('svg').viewBox.baseVal.width * 2.7 < over.querySelector('svg').width.baseVal.value, 'report: Ctrl and the wheel zoom');
  at(view, over, 'pointermove', left, top);
  const zoomed = numbersIn(content.querySelector('.tip'));
  report(isNear(zoomed[0], x) && isNear(zoomed[1], y), 'report: the point under the pointer stays there', `${zoomed}`);
  at(view, over, 'pointerdown', left, top, { button: 0, buttons: 1 });
  at(view, over, 'pointermove', left + 30, top + 20, { buttons: 1 });
  at(view, over, 'pointerup', left + 30, top + 20);
  at(view, over, 'pointermove', left + 30, top + 20);
  const panned = numbersIn(content.querySelector('.tip'));
  report(isNear(panned[0], x) && isNear(panned[1], y), 'report: points follow a drag', `${panned}`);
  const labels = [...over.querySelectorAll('g > text')].map(text => text.getBoundingClientRect());
  report(labels.length > 3 && labels.every(box => box.left >= frame.left && box.bottom <= frame.bottom + 1), `report: ${labels.length} ticks of the zoomed axes lie in the drawing`);
  at(view, over, 'dblclick', left, top);
  report(!over.querySelector('.axis') && !content.querySelector('[style*="stroke-width"]'), 'report: a double click resets');
  over.parentNode.focus();
  press(view, '+');
  const isZoomed = Boolean(over.querySelector('.axis'));
  press(view, '0');
  report(isZoomed && !over.querySelector('.axis'), 'report: keys zoom and reset');
  content.activeElement.blur();
}

function checkPinch(content, view, { over, frame, ratio }) {
  const { px, py, x, y } = settings.points[1];
  const [left, top] = [frame.x + px * ratio, frame.y + py * ratio];
  const second = { pointerId: 2, isPrimary: false, buttons: 1 };
  at(view, over, 'pointerdown', left, top, { buttons: 1 });
  at(view, over, 'pointerdown', left + 60, top, second);
  at(view, over, 'pointermove', left + 120, top, second);
  const scale = over.querySelector('svg') && over.querySelector('svg').width.baseVal.value / over.querySelector('svg').viewBox.baseVal.width;
  at(view, over, 'pointermove', left, top);
  const [readX, readY] = numbersIn(content.querySelector('.tip'));
  report(Math.abs(scale - 2) < 0.01 && isNear(readX, x) && isNear(readY, y), 'report: two fingers zoom about the first', `${scale}; ${readX}, ${readY}`);
  at(view, over, 'dblclick', left, top);
}

function checkScales(content, view) {
  for (const id of ['symmetric-log', 'symmetric-log-plane', 'names']) {
    const box = content.getElementById(`first-${id}`).closest('.drawing');
    box.dispatchEvent(new view.PointerEvent('pointerenter'));
    box.focus();
    const over = box.querySelector('.over');
    over.querySelector('[role=button]').focus();
    press(view, 'End');
    const tip = box.parentNode.querySelector('.tip').innerText;
    box.focus();
    for (let i = 0; i < 4; i++) press(view, '+');
    const texts = [...over.querySelectorAll('g > text')].map(text => text.textContent);
    const isZoomed = Boolean(over.querySelector('.axis'));
    press(view, '0');
    report(isZoomed && texts.length > 1 && !/NaN|Infinity|undefined/.test(texts + tip) && tip.includes(' = '), `report: ${id} can be read and zoomed`, `${texts.join(' ')}; ${tip}`);
    content.activeElement.blur();
  }
}

function checkTables(content) {
  const table = content.querySelector('#run-first .claims');
  const head = table.tHead.rows[0].cells[3];
  const ids = () => [...table.tBodies[0].rows].map(row => row.querySelector('code').textContent.slice(-1)).join('');
  const before = ids();
  const seen = [];
  for (let i = 0; i < 3; i++) {
    head.querySelector('button').click();
    seen.push(`${head.getAttribute('aria-sort')} ${ids()}`);
  }
  report(seen.join() === `ascending 012,descending 210,null ${before}`, 'report: the head of a column sorts', seen.join());
}

function checkFilter(content, view) {
  const shown = () => [...content.querySelectorAll('section[data-tags]')].filter(section => section.offsetParent).map(section => section.id.slice(4)).join();
  const rows = () => [...content.querySelectorAll('.claims tbody tr')].filter(row => row.offsetParent).length;
  const cards = () => [...content.querySelectorAll('.runs .run')].filter(card => card.offsetParent).length;
  const [tag, verdict, field] = ['[data-tag=data]', '[data-verdict=finding]', 'input'].map(what => content.querySelector(`#filter ${what}`));
  const seen = [shown()];
  tag.click();
  seen.push(shown(), cards());
  tag.click();
  verdict.click();
  seen.push(shown(), rows());
  verdict.click();
  field.value = 'CLAIM-1 second-sample';
  field.dispatchEvent(new view.Event('input'));
  seen.push(shown());
  field.value = '';
  field.dispatchEvent(new view.Event('input'));
  seen.push(shown(), rows());
  report(seen.join(' ') === 'first,second second 1 first 1 second first,second 5', 'report: tag, verdict and words choose runs and claims', seen.join(' '));
}

async function checkReport() {
  const frame = await open(settings.report, 1200, 900);
  const [content, view] = [frame.contentDocument, frame.contentWindow];
  const scripts = [...content.scripts].filter(script => script.type === '');
  const bytes = new TextEncoder().encode(scripts[0].textContent).length;
  report(scripts.length === 1 && bytes <= mostScriptBytes, `report: one script of ${bytes} bytes`);
  const places = checkHover(content, view);
  checkKeys(content, view, places);
  checkZoom(content, view, places);
  checkPinch(content, view, places);
  checkScales(content, view);
  checkTables(content);
  checkFilter(content, view);
  const folder = settings.report.replace(/[^/]*$/, '');
  const fetched = view.performance.getEntriesByType('resource').map(entry => entry.name).filter(name => !name.startsWith(folder) && !name.startsWith('data:'));
  report(fetched.length === 0, 'report: nothing is fetched from elsewhere', fetched.join());
  for (const [width, name] of [[420, 'narrow'], [940, 'on a tablet'], [1200, 'wide']]) {
    frame.style.width = `${width}px`;
    const root = content.documentElement;
    report(root.scrollWidth <= root.clientWidth, `report: fits when ${name}`, `${root.scrollWidth} of ${root.clientWidth} px`);
  }
  frame.remove();
}
