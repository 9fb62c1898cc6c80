// The block in the editor: the page as a guest sees it, and its options beside it.
(function (blocks, element, editor, components, i18n) {
  "use strict";
  var el = element.createElement;
  var __ = function (text) {
    return i18n.__(text, "tollgate-usage");
  };
  var place = window.tollgateUsage || {};
  var TITLE = __("Credits & usage");
  var PAUSE_MILLIS = 400;

  var SWITCHES = [
    ["chatbot", __("Chatbot usage")],
    ["aiforms", __("AI forms usage")],
    ["imagegenerator", __("Image generator usage")],
    ["purchasehistory", __("Purchase history")],
    ["buycredits", __("Button to buy credits")],
  ];
  var TEXTS = [
    ["title", __("Title"), ""],
    ["intro", __("Introduction"), ""],
    ["buycreditslabel", __("Label of the button"), ""],
    [
      "buycreditsurl",
      __("Address of the button"),
      __("A page of this site, such as /shop/, or a whole address."),
    ],
  ];
  var CHOICES = [
    { value: "", label: __("As set in Tollgate") },
    { value: "true", label: __("Show") },
    { value: "false", label: __("Hide") },
  ];

  function fieldsOf(props) {
    var change = function (name) {
      return function (value) {
        var next = {};
        next[name] = value;
        props.setAttributes(next);
      };
    };
    var common = { __nextHasNoMarginBottom: true, __next40pxDefaultSize: true };
    var texts = TEXTS.map(function (field) {
      return el(
        components.TextControl,
        Object.assign({}, common, {
          key: field[0],
          label: field[1],
          help: field[2],
          value: props.attributes[field[0]],
          placeholder: __("As set in Tollgate"),
          onChange: change(field[0]),
        }),
      );
    });
    var switches = SWITCHES.map(function (field) {
      return el(
        components.SelectControl,
        Object.assign({}, common, {
          key: field[0],
          label: field[1],
          options: CHOICES,
          value: props.attributes[field[0]],
          onChange: change(field[0]),
        }),
      );
    });
    return [
      el(components.PanelBody, { key: "texts", title: __("Texts") }, texts),
      el(components.PanelBody, { key: "shows", title: __("What it shows") }, switches),
    ];
  }

  function addressOf(attributes) {
    var address = new URL(place.url + "/usage/" + encodeURIComponent(place.slug));
    address.searchParams.set("embed", "1");
    address.searchParams.set("host", window.location.origin);
    address.searchParams.set("lang", place.lang);
    TEXTS.concat(SWITCHES).forEach(function (field) {
      var value = attributes[field[0]];
      if (value) address.searchParams.set(field[0], value);
    });
    var buy = attributes.buycreditsurl;
    if (buy) address.searchParams.set("buycreditsurl", absolute(buy));
    return address.toString();
  }

  function absolute(text) {
    try {
      return new URL(text, place.home).toString();
    } catch {
      return text;
    }
  }

  /** The guest's page; it says its height, and is loaded anew a moment after the last change of an option. */
  function Preview(props) {
    var wanted = addressOf(props.attributes);
    var address = element.useState(wanted);
    var height = element.useState(480);
    var frame = element.useRef(null);
    element.useEffect(
      function () {
        var timer = setTimeout(address[1], PAUSE_MILLIS, wanted);
        return function () {
          clearTimeout(timer);
        };
      },
      [wanted],
    );
    element.useEffect(function () {
      var view = frame.current.ownerDocument.defaultView;
      var hear = function (event) {
        if (!frame.current || event.source !== frame.current.contentWindow) return;
        var told = event.data || {};
        if (told.type === "tollgate:size" && Number.isFinite(told.height)) height[1](told.height);
      };
      view.addEventListener("message", hear);
      return function () {
        view.removeEventListener("message", hear);
      };
    }, []);
    return el("iframe", {
      ref: frame,
      src: address[0],
      title: TITLE,
      tabIndex: -1,
      style: {
        display: "block",
        width: "100%",
        height: height[0] + "px",
        border: 0,
        // A click chooses the block.
        pointerEvents: "none",
      },
    });
  }

  function Unready() {
    var mend = place.settings
      ? el(components.Button, { href: place.settings, variant: "primary" }, __("Open settings"))
      : null;
    var ask = place.settings
      ? __("Enter the address of your Tollgate and your slug.")
      : __("An administrator has to enter the address of Tollgate first.");
    return el(components.Placeholder, { icon: "chart-bar", label: TITLE, instructions: ask }, mend);
  }

  blocks.registerBlockType("tollgate/usage", {
    apiVersion: 3,
    title: TITLE,
    category: "widgets",
    icon: "chart-bar",
    edit: function (props) {
      var ready = Boolean(place.url && place.slug);
      return el(
        "div",
        editor.useBlockProps(),
        el(editor.InspectorControls, null, fieldsOf(props)),
        ready ? el(Preview, { attributes: props.attributes }) : el(Unready),
      );
    },
    save: function () {
      return null;
    },
  });
})(window.wp.blocks, window.wp.element, window.wp.blockEditor, window.wp.components, window.wp.i18n);
