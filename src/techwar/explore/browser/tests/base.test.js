import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { Model, spec } from "./page.js";
import explorer from "../implied_market.js";

mock.timers.enable({ apis: ["setTimeout"] });

/** What follows from the opening state: China's part, what it added, its level of 2016. */
const ANSWER = /76|0\.73|7\.27/;

/** An explorer on a page. */
function open({ guess_first = true, guess = /** @type {number | null} */ (null) } = {}) {
  const opened = spec(guess_first);
  const model = new Model({ spec: opened, state: opened.opening, guess, revealed: !guess_first });
  const el = document.createElement("div");
  const stop = explorer.render({ model: /** @type {any} */ (model), el });
  const find = (/** @type {string} */ one) => /** @type {any} */ (el.querySelector(one));
  const fire = (/** @type {string} */ one, /** @type {string} */ event) => {
    find(one).dispatchEvent(new (/** @type {any} */ (document.defaultView)).Event(event));
  };
  const enter = (/** @type {string} */ name, /** @type {string} */ value) => {
    find(`input[name=${name}]`).value = value;
    fire(`input[name=${name}]`, "input");
  };
  const spoken = (/** @type {string} */ name) => (
    [...el.querySelectorAll(`[${name}]`)].map((one) => one.getAttribute(name))
  );
  const texts = () => (
    [el.textContent, ...["aria-label", "aria-valuetext", "title"].flatMap(spoken)].join("\n")
  );
  const status = () => find("[role=status]").textContent;
  return { model, el, find, fire, enter, stop, texts, status };
}

test("before Show the page does not hold the answer", () => {
  const { find, fire, texts } = open({ guess: 30 });
  find("details").open = true;
  fire("details", "toggle");
  assert.match(texts(), /China, 2017.*8\.00/s);
  assert.doesNotMatch(texts(), ANSWER);
});

test("Show without a guess asks for one", () => {
  const { model, fire, status } = open();
  fire(".show", "click");
  assert.match(status(), /number from 0 to 100/);
  assert.equal(model.get("revealed"), false);
});

test("a guess that is typed moves the bar, and Show reveals the result and keeps the guess", () => {
  const { model, find, fire, enter, status } = open();
  enter("guess", "40");
  assert.ok(find(".guess rect"));
  fire(".show", "click");
  assert.match(status(), /76 % .*Your guess of 40 % is 36 points too low/);
  assert.ok(find(".guess.outline rect"));
  assert.ok(!find(".grips g"));
  mock.timers.tick(100);
  assert.deepEqual([model.get("guess"), model.get("revealed")], [40, true]);
});

test("a guess out of range is refused in words and not kept", () => {
  const { model, enter, status } = open();
  enter("guess", "140");
  assert.match(status(), /number from 0 to 100/);
  mock.timers.tick(100);
  assert.equal(model.get("guess"), null);
});

test("a slider step is drawn before Python hears of it, and steps are gathered", () => {
  const { model, find, enter, status } = open({ guess_first: false });
  const before = find(".bars rect").getAttribute("width");
  enter("share", "50");
  assert.notEqual(find(".bars rect").getAttribute("width"), before);
  assert.match(status(), /^With 50 %/);
  assert.equal(model.saved, 0);
  enter("share", "51");
  mock.timers.tick(100);
  assert.equal(model.saved, 1);
  assert.equal(model.get("state").share, 51);
});

test("the text alternative follows a quarter of a second after the last move", () => {
  const { find, enter } = open({ guess_first: false });
  const before = find("svg").getAttribute("aria-label");
  enter("share", "50");
  assert.equal(find("svg").getAttribute("aria-label"), before);
  assert.equal(find("[role=status]").getAttribute("aria-busy"), "true");
  mock.timers.tick(250);
  assert.notEqual(find("svg").getAttribute("aria-label"), before);
  assert.equal(find("[role=status]").getAttribute("aria-busy"), null);
});

test("a state, a guess and the answer can be set from Python", () => {
  const { model, find, status } = open();
  model.say("guess", 55);
  assert.equal(find("input[name=guess]").value, "55");
  model.say("revealed", true);
  model.say("state", { share: 45, china_growth: 10, world_growth: 5 });
  assert.match(status(), /^With 45 % .* Your guess of 55 %/);
  assert.equal(find("input[name=share]").value, "45");
  assert.equal(model.saved, 0);
});

test("after a reset one may guess again", () => {
  const { model, find, fire, enter, texts } = open({ guess: 40 });
  fire(".show", "click");
  mock.timers.tick(250);
  assert.match(texts(), ANSWER);
  enter("share", "50");
  fire(".reset", "click");
  assert.doesNotMatch(texts(), ANSWER);
  assert.equal(find("input[name=guess]").value, "");
  mock.timers.tick(100);
  assert.deepEqual(model.values.state, spec().opening);
  assert.deepEqual([model.get("guess"), model.get("revealed")], [null, false]);
});

test("an explorer that leaves the page says its last word and then is silent", () => {
  const { model, enter, stop, status } = open({ guess_first: false });
  enter("share", "50");
  stop();
  assert.equal(model.get("state").share, 50);
  const last = status();
  model.say("state", { share: 35, china_growth: 10, world_growth: 5 });
  assert.equal(status(), last);
});

test("every control itself keeps JupyterLab's shortcuts away", () => {
  const { el } = open();
  for (const control of el.querySelectorAll("input, button, summary")) {
    assert.equal(control.getAttribute("data-lm-suppress-shortcuts"), "true");
  }
});
