<?php
/**
 * Plugin Name: Tollgate credits & usage
 * Description: Shows your customers their credits, purchases and quotas: a block and a shortcode. Customers who are signed in here are signed in there.
 * Version: 1.0.0
 * Requires at least: 6.0
 * Requires PHP: 7.4
 * License: Apache-2.0
 *
 * Settings → Tollgate asks for the address of your Tollgate, your slug and the portal secret. Then put the block
 * "Credits & usage" or [tollgate_usage] on a page. It takes the options of the shortcode it replaces; where nothing
 * else answers [aipkit_token_usage], this does.
 */

defined('ABSPATH') || exit;

const TOLLGATE_OPTIONS = array(
    'chatbot',
    'aiforms',
    'imagegenerator',
    'title',
    'intro',
    'buycredits',
    'buycreditslabel',
    'buycreditsurl',
    'purchasehistory',
);

/** One of the three settings; a constant in wp-config.php (TOLLGATE_URL, TOLLGATE_SLUG, TOLLGATE_SECRET) wins. */
function tollgate_setting($name) {
    $constant = 'TOLLGATE_' . strtoupper($name);
    return defined($constant) ? constant($constant) : (string) get_option('tollgate_' . $name, '');
}

/** A token that says who is signed in here, good once and for five minutes; null for a guest. */
function tollgate_token() {
    $user = wp_get_current_user();
    $secret = tollgate_setting('secret');
    if (!$user->exists() || $secret === '') {
        return null;
    }
    $encode = function ($text) {
        return rtrim(strtr(base64_encode($text), '+/', '-_'), '=');
    };
    $claims = array(
        'aud' => tollgate_setting('slug'),
        'sub' => (string) $user->ID,
        'name' => $user->display_name,
        'roles' => array_values($user->roles),
        'iat' => time(),
        'exp' => time() + 300,
        'jti' => wp_generate_uuid4(),
    );
    if (is_email($user->user_email)) {
        $claims['email'] = $user->user_email;
    }
    $signed = $encode(wp_json_encode(array('alg' => 'HS256', 'typ' => 'JWT'))) . '.' . $encode(wp_json_encode($claims));
    return $signed . '.' . $encode(hash_hmac('sha256', $signed, $secret, true));
}

/** The script tag. The token is fetched when the page is looked at, so that page caches keep nobody's. */
function tollgate_render($attributes) {
    $url = untrailingslashit(tollgate_setting('url'));
    $slug = tollgate_setting('slug');
    if ($url === '' || $slug === '') {
        return current_user_can('manage_options')
            ? '<p>' . esc_html('Tollgate: enter its address and your slug under Settings → Tollgate.') . '</p>'
            : '';
    }
    $tag = sprintf(
        '<script src="%s" data-merchant="%s" data-token-url="%s" data-lang="%s"',
        esc_url($url . '/embed.js'),
        esc_attr($slug),
        esc_url(add_query_arg('_wpnonce', wp_create_nonce('wp_rest'), rest_url('tollgate/v1/token'))),
        esc_attr(get_bloginfo('language'))
    );
    foreach (TOLLGATE_OPTIONS as $name) {
        if (isset($attributes[$name]) && $attributes[$name] !== '') {
            $tag .= sprintf(' data-%s="%s"', $name, esc_attr($attributes[$name]));
        }
    }
    return '<div class="tollgate-usage">' . $tag . ' async></script></div>';
}

function tollgate_shortcode($attributes) {
    return tollgate_render(shortcode_atts(array_fill_keys(TOLLGATE_OPTIONS, ''), (array) $attributes));
}

add_action('rest_api_init', function () {
    register_rest_route('tollgate/v1', '/token', array(
        'methods' => 'GET',
        // Everybody may ask; who is not signed in, by cookie and nonce, gets no token and sees the guest's page.
        'permission_callback' => '__return_true',
        'callback' => function () {
            $response = new WP_REST_Response(array('token' => tollgate_token()));
            $response->header('Cache-Control', 'no-store, private');
            return $response;
        },
    ));
});

add_action('init', function () {
    add_shortcode('tollgate_usage', 'tollgate_shortcode');
    if (!shortcode_exists('aipkit_token_usage')) {
        add_shortcode('aipkit_token_usage', 'tollgate_shortcode');
    }
    wp_register_script('tollgate-block', '', array('wp-blocks', 'wp-element', 'wp-block-editor', 'wp-components'), '1.0.0', true);
    wp_add_inline_script('tollgate-block', tollgate_block_script());
    $attributes = array();
    foreach (TOLLGATE_OPTIONS as $name) {
        $attributes[$name] = array('type' => 'string', 'default' => '');
    }
    register_block_type('tollgate/usage', array(
        'api_version' => 3,
        'title' => 'Credits & usage',
        'category' => 'widgets',
        'icon' => 'chart-bar',
        'attributes' => $attributes,
        'editor_script_handles' => array('tollgate-block'),
        'render_callback' => 'tollgate_render',
    ));
}, 20);

/** The block in the editor: a note where the page will stand, and its options beside it. */
function tollgate_block_script() {
    $names = wp_json_encode(TOLLGATE_OPTIONS);
    return <<<JS
(function (blocks, element, editor, components) {
  var el = element.createElement;
  blocks.registerBlockType("tollgate/usage", {
    apiVersion: 3,
    title: "Credits & usage",
    category: "widgets",
    icon: "chart-bar",
    edit: function (props) {
      var fields = {$names}.map(function (name) {
        return el(components.TextControl, {
          key: name,
          label: name,
          value: props.attributes[name] || "",
          onChange: function (value) { var next = {}; next[name] = value; props.setAttributes(next); }
        });
      });
      return el("div", editor.useBlockProps(),
        el(editor.InspectorControls, null, el(components.PanelBody, { title: "Options" }, fields)),
        el(components.Placeholder, { label: "Credits & usage", instructions: "Your customers see their credits here." }));
    },
    save: function () { return null; }
  });
})(window.wp.blocks, window.wp.element, window.wp.blockEditor, window.wp.components);
JS;
}

add_action('admin_init', function () {
    foreach (array('url' => 'esc_url_raw', 'slug' => 'sanitize_title', 'secret' => 'trim') as $name => $sanitize) {
        register_setting('tollgate', 'tollgate_' . $name, array('type' => 'string', 'sanitize_callback' => $sanitize));
    }
});

add_action('admin_menu', function () {
    add_options_page('Tollgate', 'Tollgate', 'manage_options', 'tollgate', 'tollgate_settings_page');
});

function tollgate_settings_page() {
    $fields = array(
        'url' => array('Address of your Tollgate', 'url', 'https://tollgate.example.com'),
        'slug' => array('Your slug', 'text', 'my-shop'),
        'secret' => array('Portal secret', 'password', ''),
    );
    echo '<div class="wrap"><h1>Tollgate</h1><form method="post" action="options.php">';
    settings_fields('tollgate');
    echo '<table class="form-table" role="presentation">';
    foreach ($fields as $name => list($label, $type, $placeholder)) {
        printf(
            '<tr><th scope="row"><label for="tollgate_%1$s">%2$s</label></th><td><input class="regular-text" id="tollgate_%1$s" name="tollgate_%1$s" type="%3$s" value="%4$s" placeholder="%5$s" autocomplete="off"></td></tr>',
            esc_attr($name),
            esc_html($label),
            esc_attr($type),
            esc_attr((string) get_option('tollgate_' . $name, '')),
            esc_attr($placeholder)
        );
    }
    echo '</table>';
    submit_button();
    echo '</form><p>' . esc_html('Name this site under "Sites that may embed it" in Tollgate, and put [tollgate_usage] or the block on a page.') . '</p></div>';
}
