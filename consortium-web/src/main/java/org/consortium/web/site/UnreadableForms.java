package org.consortium.web.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A form that lacks so much that there is nothing to show again, as no browser sends it, becomes the page for 400. */
@Configuration
class UnreadableForms implements HandlerInterceptor, WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, ModelAndView answer) {
        if (answer != null && answer.getModel().values().stream().anyMatch(UnreadableForms::isUnreadable)) {
            answer.clear();
            answer.setViewName("error/400");
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        }
    }

    private static boolean isUnreadable(Object inModel) {
        return inModel instanceof BindingResult form && form.getTarget() == null;
    }
}
