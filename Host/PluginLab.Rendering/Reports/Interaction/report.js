// Figures: values under the pointer or by keyboard, names that hide what they name, zoom. Tables: sorting. Page: a filter.
// Written for size: the page holds it as it is, without comments and indentation, and it may take 8 kB.
// Shortened: above across all along amount attributes back bar before begin best body bottom bounds box boxes button cell clamp
// Shortened: column columns compare content digits dot down drag draw element end entry event exponent extra factor facts far
// Shortened: field figure first from grid group groups handle head high holds index interval isDecades isHeld isIn
// Shortened: isNamed jump kind label labels last layer least line lines log look low make mark marks middle most move name names
// Shortened: nearest off one open order other over own page panel panels parent part parts pixel place plot point points power
// Shortened: pressed put rank ratio reach reset right room root rough round row runs scale scaleOf section sections selector
// Shortened: series set show shown side size spell spot start step steps sum tag text thin ticks ticksOf tip to toggle unpack
// Shortened: valueOf values verdict verdicts view word words write zoom rest apart
'use strict';
(() => {
  const page = document;
  const all = (root, selector) => [...root.querySelectorAll(selector)];
  const clamp = (amount, low, high) => Math.min(high, Math.max(low, amount));
  const set = (element, attributes) => {
    for (const label in attributes) element.setAttribute(label, attributes[label]);
    return element;
  };
  const make = (parent, name, attributes, ...content) => {
    const element = name === 'svg' || parent instanceof SVGElement ? page.createElementNS('http://www.w3.org/2000/svg', name) : page.createElement(name);
    set(element, attributes).append(...content);
    parent.append(element);
    return element;
  };

  // Appends a number as readers write it.
  const write = (parent, amount) => {
    const size = Math.abs(amount);
    const [digits, power] = (size && (size < 1e-3 || size >= 1e5) ? amount.toExponential() : `${amount}`).replaceAll('-', '−').split(/e\+?/);
    parent.append(power ? (digits === '1' ? '10' : `${digits} × 10`) : digits);
    if (power) make(parent, parent instanceof SVGElement ? 'tspan' : 'sup', { dy: -4, 'font-size': 8 }, power);
  };

  // Scripts are written as _{…} and ^{…}.
  const spell = (parent, label) => label.split(/([_^]{[^}]*})/).forEach((part, i) => i % 2 ? make(parent, part[0] === '_' ? 'sub' : 'sup', {}, part.slice(2, -1)) : parent.append(part));
  const isHeld = event => event.ctrlKey || event.metaKey || event.altKey;

  // Numbers of a scale from differences; those of a logarithmic scale are logarithms.
  const unpack = ([exponent, ...steps]) => {
    let sum = 0;
    const values = steps.map(step => step === null ? NaN : +`${sum += step}e${exponent}`);
    values.digits = clamp(-exponent, 0, 99);
    return values;
  };
  const valueOf = (scale, column, i) => {
    const amount = scale.log ? +scale.of(column[i]).toPrecision(3) : +column[i].toFixed(column.digits);
    return (scale.names || 0)[amount] ?? amount;
  };
  // A symmetric logarithmic scale has minus the half of its linear part.
  const scaleOf = ([log, start, end, from, to, label, room, factor, names]) => {
    const of = amount => log > 0 ? 10 ** amount : !log ? amount : amount < 0 ? -of(-amount) : -log * (amount < 1 ? amount : 10 ** (amount - 1));
    const rank = amount => log > 0 ? Math.log10(amount) : !log ? amount : amount < 0 ? -rank(-amount) : (amount /= -log) < 1 ? amount : 1 + Math.log10(amount);
    return {
      log, label, room, factor, names, of, rank,
      at: amount => from + (amount - start) / (end - start) * (to - from),
      back: pixel => start + (pixel - from) / (to - from) * (end - start),
    };
  };

  // Values of round ticks between two positions of a scale.
  const ticksOf = (scale, first, last, most) => {
    const [low, high] = [Math.min(first, last), Math.max(first, last)];
    if (scale.names) return Object.keys(scale.names).filter(name => name >= low && name <= high);
    const isDecades = scale.log && high - low > 1.5;
    const [start, end] = isDecades ? [low, high] : [scale.of(low), scale.of(high)];
    const rough = (end - start) / most;
    const power = 10 ** Math.floor(Math.log10(rough));
    const step = isDecades ? Math.ceil(rough) : power * [1, 2, 5, 10].find(round => round * power >= rough);
    const ticks = [];
    for (let i = Math.ceil(start / step); i * step <= end; i++) ticks.push(+(isDecades ? scale.of(i * step) : i * step).toPrecision(12));
    return ticks;
  };

  const open = (figure, box, facts) => {
    const [width, height] = facts.s;
    const over = make(box, 'svg', { class: 'over', viewBox: `0 0 ${width} ${height}`, width, height });
    const tip = make(figure, 'div', { class: 'tip', role: 'status' });
    const panels = facts.p.map(([plot, x, y]) => ({ plot, x: scaleOf(x), y: scaleOf(y), k: 1, dx: 0, dy: 0, groups: new Set(), layer: make(over, 'g') }));
    const columns = facts.x.map(unpack);
    const series = facts.n.map(([name, boxes, marks]) => {
      const one = { name, points: [], at: 0, marks: [] };
      for (const [p, id, rank, y, ...more] of marks) {
        const [mark, panel] = [page.getElementById(id), panels[p]];
        if (!mark) continue;
        one.marks.push(mark);
        panel.groups.add(mark.parentNode);
        if (!y) continue;
        const [along, extra] = [unpack(y), more.map(part => part.map ? unpack(part) : part)];
        columns[rank].forEach((amount, i) => {
          if (!isNaN(along[i])) one.points.push({ one, panel, mark, i, across: columns[rank], along, extra, x: panel.x.at(amount), y: panel.y.at(along[i]) });
        });
      }
      one.handle = make(over, 'g', { role: 'button', tabindex: -1, 'aria-pressed': true, 'aria-label': name.replace(/[{}]/g, '') });
      for (const [x, y, w, h] of boxes) make(one.handle, 'rect', { x, y, width: w, height: h, rx: 3 });
      one.handle.onfocus = () => show(one.points[one.at]);
      return one;
    });
    const dot = make(over, 'circle', { r: 0 });
    let panel = panels[0], shown, drag;

    const place = ({ panel: { k, dx, dy }, x, y }) => [x * k + dx, y * k + dy];
    const isIn = ({ plot: [x, y, w, h] }, px, py) => px > x - 4 && px < x + w + 4 && py > y - 4 && py < y + h + 4;
    const show = point => {
      shown = point;
      tip.replaceChildren();
      set(dot, { r: point ? 4.5 : 0 });
      if (!point) return;
      const { one, across, along, i, extra } = point;
      panel = point.panel;
      if (!isIn(panel, ...place(point))) {
        const [x, y] = place(point);
        move(panel, panel.plot[0] + panel.plot[2] / 2 - x, panel.plot[1] + panel.plot[3] / 2 - y);
      }
      const [x, y] = place(point);
      const line = (label, ...parts) => {
        const row = make(tip, 'div');
        spell(row, label + ' = ');
        for (const part of parts) part.toFixed ? write(row, part) : row.append(part);
      };
      spell(make(tip, 'b'), one.name);
      line(panel.x.label || 'x', valueOf(panel.x, across, i));
      const interval = extra.length && extra[1].map ? [' (', valueOf(panel.y, extra[0], i), ' to ', valueOf(panel.y, extra[1], i), ')'] : [];
      line(panel.y.label || 'y', valueOf(panel.y, along, i), ...interval);
      if (extra.length && !interval.length) line(extra[1], valueOf(scaleOf([extra[2]]), extra[0], i));
      const ratio = over.clientWidth / width;
      const { color } = getComputedStyle(point.mark);
      tip.style.cssText = `left:${x * ratio}px;top:${y * ratio}px;border-color:${color};translate:${x > width / 2 ? -108 : 8}% ${y > height / 2 ? -112 : 12}%`;
      set(dot, { cx: x, cy: y, stroke: color });
    };
    const nearest = (px, py) => {
      let best, least = 32;
      for (const { off, points } of series) for (const point of off ? [] : points) {
        const [x, y] = place(point), far = Math.hypot(x - px, y - py);
        if (far < least && isIn(point.panel, x, y)) [best, least] = [point, far];
      }
      return best;
    };
    const toggle = one => {
      if (!one) return;
      one.off = !one.off;
      one.marks.forEach(mark => mark.style.display = one.off ? 'none' : '');
      one.handle.ariaPressed = !one.off;
      show();
    };

    // Lines stay as thin as they were, and copies have the colours of the theme.
    const thin = (group, k) => {
      for (const ratio of [1, k]) for (const element of [...all(group, '[class],[stroke-width]'), group]) for (const name of ['color', 'fill', 'stroke-width', 'stroke-dasharray']) {
        const look = getComputedStyle(element)[name];
        element.style[name] = ratio === 1 ? '' : name[6] ? look.replace(/[\d.]+/g, length => length / k) : look;
      }
    };
    const draw = ({ plot: [x, y, w, h, above], x: across, y: along, k, dx, dy, groups, layer }) => {
      layer.replaceChildren();
      groups.forEach(group => thin(group, k));
      if (k === 1) return;
      const [right, bottom] = [x + w, y + h];
      make(layer, 'path', { class: 'cover', d: `M${x - along.room - 2} ${y - above}H${right + 1}V${bottom + across.room + 2}H${x - along.room - 2}` });
      const grid = make(layer, 'path', { class: 'grid' });
      const view = make(layer, 'svg', { x, y, width: w, height: h, viewBox: `${(x - dx) / k} ${(y - dy) / k} ${w / k} ${h / k}` });
      groups.forEach(group => make(view, 'use', { href: '#' + (group.id ||= group.firstElementChild.id + '-all') }));
      let lines = '';
      const ticks = (scale, start, end, most, put) => ticksOf(scale, scale.back(start), scale.back(end), most).forEach(amount => {
        const text = put(scale.at(scale.rank(amount)));
        const own = scale.names && scale.names[amount].replace(/[_^{}]/g, '');
        if (scale.room) own ? make(layer, 'text', text, own) : write(make(layer, 'text', text), +(amount / 10 ** scale.factor).toPrecision(10));
      });
      ticks(across, (x - dx) / k, (right - dx) / k, w / 80, at => {
        lines += `M${at * k + dx} ${y}V${bottom}`;
        return { x: at * k + dx, y: bottom + 17, 'text-anchor': 'middle' };
      });
      ticks(along, (bottom - dy) / k, (y - dy) / k, h / 50, at => {
        lines += `M${x} ${at * k + dy}H${right}`;
        return { x: x - 8, y: at * k + dy + 4, 'text-anchor': 'end' };
      });
      set(grid, { d: lines });
      make(layer, 'path', { class: 'axis', d: `M${x - .5} ${y}V${bottom + .5}H${right}` });
    };
    const move = (p, x, y) => {
      const [left, top, w, h] = p.plot;
      p.dx = clamp(p.dx + x, (left + w) * (1 - p.k), left * (1 - p.k));
      p.dy = clamp(p.dy + y, (top + h) * (1 - p.k), top * (1 - p.k));
      draw(p);
    };
    const zoom = (p, factor, x, y) => {
      const k = clamp(p.k * factor, 1, p.plot[5]);
      const [dx, dy] = [(x - p.dx) * (1 - k / p.k), (y - p.dy) * (1 - k / p.k)];
      p.k = k;
      move(p, dx, dy);
      show(shown);
    };
    const reset = () => panels.forEach(p => zoom(p, 0, 0, 0));

    const spot = event => {
      const bounds = over.getBoundingClientRect(), ratio = width / bounds.width;
      const [x, y] = [(event.clientX - bounds.x) * ratio, (event.clientY - bounds.y) * ratio];
      return [x, y, panels.find(p => isIn(p, x, y))];
    };
    let rest, apart;
    over.onpointerdown = event => {
      const [x, y, p] = spot(event);
      if (!event.isPrimary) apart = Math.hypot(x - rest[0], y - rest[1]);
      else drag = (rest = [x, y], p && p.k > 1 && [x, y, p]);
    };
    // Two fingers zoom by the ratio of their distances, about the first.
    over.onpointermove = event => {
      const [x, y, p] = spot(event);
      if (!event.isPrimary) {
        const before = apart;
        apart = Math.hypot(x - rest[0], y - rest[1]);
        return p && zoom(p, apart / before, ...rest);
      }
      rest = [x, y];
      if (!drag || !event.buttons) return show(p && nearest(x, y));
      move(drag[2], x - drag[0], y - drag[1]);
      drag = [x, y, drag[2]];
      show();
    };
    over.onpointerleave = () => show();
    over.ondblclick = reset;
    over.onclick = event => {
      toggle(series.find(({ handle }) => handle === event.target.parentNode));
    };
    over.onwheel = event => {
      const [x, y, p] = spot(event);
      if (!p || !isHeld(event)) return;
      event.preventDefault();
      zoom(p, Math.exp(-event.deltaY / 300), x, y);
    };
    const reach = index => series.forEach(({ handle }) => handle.tabIndex = index);
    box.onfocus = () => reach(0);
    box.addEventListener('focusout', event => {
      if (box.contains(event.relatedTarget)) return;
      reach(-1);
      show();
    });
    box.onkeydown = event => {
      if (isHeld(event)) return;
      const { key } = event, one = series.find(({ handle }) => handle === page.activeElement);
      const [right, down] = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[key] || [];
      const [x, y] = shown ? place(shown) : [panel.plot[0] + panel.plot[2] / 2, panel.plot[1] + panel.plot[3] / 2];
      const jump = { Home: -Infinity, End: Infinity }[key] || right - down * 10;
      if (key === 'Enter' || key === ' ') toggle(one);
      else if (one && jump) show(one.points[one.at = clamp(one.at + jump, 0, Math.max(0, one.points.length - 1))]);
      else if (right !== undefined && panel.k > 1) move(panel, -40 * right, -40 * down);
      else if ('+=-'.includes(key)) zoom(panel, key === '-' ? 1 / 1.5 : 1.5, x, y);
      else if (key === '0') reset();
      else if (key === 'Escape') show();
      else return;
      event.preventDefault();
    };
    addEventListener('beforeprint', reset);
    box.onfocus();
  };

  for (const script of all(page, 'figure>script')) {
    const figure = script.parentNode, box = figure.firstElementChild;
    const begin = () => {
      box.onpointerenter = null;
      open(figure, box, JSON.parse(script.textContent));
    };
    box.tabIndex = 0;
    box.onpointerenter = box.onfocus = begin;
  }

  for (const { tHead: { rows: [head] }, tBodies: [body] } of all(page, '.sortable')) {
    const rows = [...body.rows];
    const entry = (row, i) => row.cells[i].dataset.v ?? row.cells[i].textContent;
    [...head.cells].forEach((cell, i) => make(cell, 'button', {}, ...cell.childNodes).onclick = () => {
      const order = { ascending: 'descending', descending: '' }[cell.ariaSort] ?? 'ascending';
      for (const other of head.cells) other.ariaSort = other === cell && order || null;
      const side = order === 'ascending' ? 1 : -1;
      const compare = (a, b) => isNaN(a) && isNaN(b) ? side * a.localeCompare(b) : isNaN(a) - isNaN(b) || side * (a - b);
      body.append(...order ? rows.toSorted((a, b) => compare(entry(a, i), entry(b, i))) : rows);
    });
  }

  const bar = page.getElementById('filter'), field = bar.firstElementChild, sections = all(page, 'section[data-tags]');
  const pressed = kind => all(bar, `[data-${kind}][aria-pressed=true]`).map(button => button.dataset[kind]);
  const filter = () => {
    const [words, labels, verdicts] = [field.value.toLowerCase().split(' '), pressed('tag'), pressed('verdict')];
    let runs = 0;
    for (const section of sections) {
      const holds = element => words.every(word => (element.words ??= all(element, 'h2,p,td,figcaption').map(part => part.textContent).join(' ').toLowerCase()).includes(word));
      const rows = all(section, '.claims tbody tr');
      const isNamed = rows.some(holds);
      let left = 0;
      for (const row of rows) left += !(row.hidden = verdicts[0] && !verdicts.includes(row.className) || isNamed && !holds(row));
      const hidden = section.hidden = !holds(section) || verdicts[0] && !left || labels[0] && !section.dataset.tags.split(' ').some(tag => labels.includes(tag));
      page.querySelector(`.runs [href="#${section.id}"]`).hidden = hidden;
      runs += !hidden;
    }
    bar.children.count.textContent = `${runs} of ${sections.length} runs`;
  };
  for (const button of all(bar, 'button')) {
    button.onclick = () => {
      button.ariaPressed = button.ariaPressed === 'false';
      filter();
    };
  }
  field.oninput = filter;
  bar.hidden = false;
  filter();
})();
